using System.Net;
using System.Net.Sockets;

namespace Assessment.Browser.Tests.Taking;

/// <summary>
/// The way between devices and the server: one address that stays when the server is started again elsewhere, and that can be cut,
/// slow, or lose what goes through it.
/// </summary>
internal sealed class Uplink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly HashSet<TcpClient> open = [];
    private readonly Random random = new(20_260_302);
    private readonly Task loop;
    private bool isCut;

    public Uplink(Uri server)
    {
        Server = server;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        loop = AcceptAsync();
    }

    /// <summary>What devices call.</summary>
    public Uri Address { get; }

    /// <summary>Where it leads.</summary>
    public Uri Server { get; set; }

    /// <summary>How long each message takes, either way.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Share of messages at which the connection breaks, before or after they passed.</summary>
    public double Loss { get; set; }

    /// <summary>Nothing passes: connections break, new ones are closed at once.</summary>
    public bool IsCut
    {
        get => isCut;
        set
        {
            isCut = value;
            if (!value) return;
            lock (open)
            {
                foreach (var client in open) client.Client.Close(0);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        IsCut = true;
        await loop;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await listener.AcceptTcpClientAsync(stop.Token));
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    private async Task CarryAsync(TcpClient device)
    {
        using var server = new TcpClient();
        using (device)
        {
            lock (open) open.UnionWith([device, server]);
            try
            {
                if (IsCut) return;
                await server.ConnectAsync(Server.Host, Server.Port, stop.Token);
                await Task.WhenAny(PassAsync(device, server), PassAsync(server, device));
            }
            catch (Exception fault) when (fault is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // The server is away: the device sees a connection that ends.
            }
            finally
            {
                lock (open) open.ExceptWith([device, server]);
            }
        }
    }

    private async Task PassAsync(TcpClient from, TcpClient to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            int count;
            while ((count = await from.GetStream().ReadAsync(buffer, stop.Token)) > 0)
            {
                await Task.Delay(Delay, stop.Token);
                if (Breaks()) return;
                await to.GetStream().WriteAsync(buffer.AsMemory(0, count), stop.Token);
            }
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // Either side is gone.
        }
    }

    private bool Breaks()
    {
        lock (random) return random.NextDouble() < Loss;
    }
}
