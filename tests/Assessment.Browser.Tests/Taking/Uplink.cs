using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

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
    private readonly X509Certificate2? certificate;
    private long bytesToDevices;
    private bool isCut;

    /// <param name="server">Where it leads.</param>
    /// <param name="certificate">What devices are shown; null without TLS.</param>
    public Uplink(Uri server, X509Certificate2? certificate = null)
    {
        Server = server;
        this.certificate = certificate;
        listener.Start();
        Address = new Uri($"{(certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        loop = AcceptAsync();
    }

    /// <summary>What devices call.</summary>
    public Uri Address { get; }

    /// <summary>Where it leads.</summary>
    public Uri Server { get; set; }

    /// <summary>First words of the requests that came through: method and path.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Bytes that came to devices so far, headers included.</summary>
    public long BytesToDevices => Interlocked.Read(ref bytesToDevices);

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
                await using var here = await StreamOfAsync(device);
                await using var there = server.GetStream();
                await Task.WhenAny(PassAsync(here, there, Hear), PassAsync(there, here, bytes => Interlocked.Add(ref bytesToDevices, bytes.Length)));
            }
            catch (Exception fault) when (fault is SocketException or ObjectDisposedException or OperationCanceledException or IOException or AuthenticationException)
            {
                // The server is away: the device sees a connection that ends.
            }
            finally
            {
                lock (open) open.ExceptWith([device, server]);
            }
        }
    }

    private async Task<Stream> StreamOfAsync(TcpClient device)
    {
        if (certificate is null) return device.GetStream();
        var secure = new SslStream(device.GetStream());
        await secure.AuthenticateAsServerAsync(certificate);
        return secure;
    }

    private async Task PassAsync(Stream from, Stream to, Action<ReadOnlyMemory<byte>> passed)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            int count;
            while ((count = await from.ReadAsync(buffer, stop.Token)) > 0)
            {
                await Task.Delay(Delay, stop.Token);
                if (Breaks()) return;
                await to.WriteAsync(buffer.AsMemory(0, count), stop.Token);
                passed(buffer.AsMemory(0, count));
            }
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // Either side is gone.
        }
    }

    private void Hear(ReadOnlyMemory<byte> bytes)
    {
        var words = Encoding.ASCII.GetString(bytes.Span[..Math.Min(bytes.Length, 200)]).Split(' ', 3);
        if (words is ["GET" or "PUT" or "POST", var path, _]) Asked.Enqueue($"{words[0]} {path}");
    }

    private bool Breaks()
    {
        lock (random) return random.NextDouble() < Loss;
    }
}
