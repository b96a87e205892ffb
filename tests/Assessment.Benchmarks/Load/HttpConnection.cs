using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Assessment.Benchmarks.Load;

/// <summary>
/// One keep-alive HTTP/1.1 connection that sends prepared bytes and reads whole answers. It does next to nothing, because
/// it takes its processor time from the server beside it.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray(), LastChunk = "\r\n0\r\n\r\n"u8.ToArray();
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[64 * 1024];

    public static async Task<HttpConnection> OpenAsync(Uri server)
    {
        var connection = new HttpConnection();
        await connection.socket.ConnectAsync(server.Host, server.Port);
        return connection;
    }

    /// <summary>The bytes of a request.</summary>
    public static byte[] Request(string method, string path, string? authorization = null, string? json = null)
    {
        var head = new StringBuilder($"{method} {path} HTTP/1.1\r\nHost: localhost\r\n");
        if (authorization is not null) head.Append(CultureInfo.InvariantCulture, $"Authorization: {authorization}\r\n");
        if (json is not null) head.Append(CultureInfo.InvariantCulture, $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n");
        return Encoding.UTF8.GetBytes(head.Append("\r\n").Append(json).ToString());
    }

    /// <summary>Sends a request and waits for its whole answer; answers the status.</summary>
    public async ValueTask<int> SendAsync(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        for (var read = 0; ;)
        {
            var more = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (more == 0) throw new IOException("The server closed the connection.");
            read += more;
            if (IsWhole(buffer.AsSpan(0, read))) return int.Parse(buffer.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture);
        }
    }

    public void Dispose() => socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf(HeadEnd);
        if (end < 0) return false;
        var head = answer[..end];
        if (head.IndexOf("Transfer-Encoding: chunked"u8) >= 0) return answer.EndsWith(LastChunk);
        var length = head.IndexOf("Content-Length: "u8);
        return length < 0 || answer.Length - end - HeadEnd.Length >= Number(head[(length + "Content-Length: "u8.Length)..]);
    }

    private static int Number(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\r');
        return int.Parse(end < 0 ? text : text[..end], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
