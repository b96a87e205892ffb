using System.Data.Common;

namespace Assessment.Data;

/// <summary>
/// The right to write, with a transaction. Giving it back rolls the transaction back unless it was committed, and frees the one
/// writing connection or returns a pooled one.
/// </summary>
internal sealed class WriteLease(DbConnection connection, DbTransaction transaction, SemaphoreSlim? gate) : IAsyncDisposable
{
    public DbConnection Connection { get; } = connection;

    public DbTransaction Transaction { get; } = transaction;

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Transaction.DisposeAsync();
        }
        finally
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
}
