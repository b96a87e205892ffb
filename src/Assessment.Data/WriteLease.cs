using System.Data.Common;

namespace Assessment.Data;

/// <summary>The right to write, with a connection. Giving it back frees the one writing connection, or returns a pooled one.</summary>
internal sealed class WriteLease(DbConnection connection, SemaphoreSlim? gate) : IAsyncDisposable
{
    public DbConnection Connection { get; } = connection;

    public async ValueTask DisposeAsync()
    {
        if (gate is null)
        {
            await Connection.DisposeAsync();
        }
        else
        {
            gate.Release();
        }
    }
}
