using System.Threading.Channels;

namespace Assessment.Data.Responses;

/// <summary>
/// Saves answers and hands in attempts. One writer per process with group commit and no timer: it takes everything that
/// is queued, one transaction, one sync, then answers each caller; meanwhile the next batch queues. An answer means the
/// row is durable. Every request may be repeated blindly.
/// </summary>
/// <remarks>
/// A request that faults fails alone: its batch is rolled back and the requests run one by one. Where the storage itself cannot
/// write (disk full, locked), all of the batch fail at once: one by one they would only wait in turn.
/// </remarks>
public sealed class ResponseWriter : IAsyncDisposable
{
    private const int MostQueued = 8192, MostTogether = 512, Tries = 6;

    private readonly Channel<QueuedRequest> queue = Channel.CreateBounded<QueuedRequest>(
        new BoundedChannelOptions(MostQueued) { SingleReader = true });

    private readonly Database database;
    private readonly IResponseTable table;
    private readonly TimeSpan grace;
    private readonly Task loop;

    /// <summary>Starts the writer; make one per database and process.</summary>
    /// <param name="database">Where answers are kept.</param>
    /// <param name="grace">How long after the end of time answers are still taken that queued on a device without a network.</param>
    public ResponseWriter(Database database, TimeSpan grace = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
        this.grace = grace;
        table = database.Dialect == Dialect.Sqlite ? new SqliteResponseTable() : new PostgresResponseTable();

        // A thread of its own: SQLite blocks it during a sync, and a thread of the pool would be missing elsewhere.
        loop = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Saves one answer; completes when it is durable or refused.</summary>
    /// <param name="request">The answer.</param>
    /// <param name="cancellation">Stops waiting for a place in the queue; a queued request is carried out.</param>
    /// <exception cref="ChannelClosedException">The writer was stopped; nothing was saved.</exception>
    public async Task<SaveOutcome> SaveAsync(SaveRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var save = new QueuedSave(request);
        await queue.Writer.WriteAsync(save, cancellation);
        return await save.Answered;
    }

    /// <summary>Saves answers that queued on a device, in their order; each is decided on its own.</summary>
    /// <param name="requests">The answers.</param>
    /// <param name="cancellation">Stops waiting for a place in the queue; queued requests are carried out.</param>
    /// <exception cref="ChannelClosedException">The writer was stopped.</exception>
    public async Task<IReadOnlyList<SaveOutcome>> SaveAsync(IReadOnlyList<SaveRequest> requests, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var saves = requests.Select(request => new QueuedSave(request)).ToList();
        foreach (var save in saves)
        {
            await queue.Writer.WriteAsync(save, cancellation);
        }

        return await Task.WhenAll(saves.Select(save => save.Answered));
    }

    /// <summary>Hands in an attempt after all saves queued before it: scores it and writes its score sheet in one transaction.</summary>
    /// <param name="request">The attempt and how to score it.</param>
    /// <param name="cancellation">Stops waiting for a place in the queue; a queued request is carried out.</param>
    /// <exception cref="ChannelClosedException">The writer was stopped; nothing was written.</exception>
    public async Task<SubmitOutcome> SubmitAsync(SubmitRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var submit = new QueuedSubmit(request);
        await queue.Writer.WriteAsync(submit, cancellation);
        return await submit.Answered;
    }

    /// <summary>Takes no more requests, finishes the queued ones, and ends. Dispose it before its database.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        (table as IDisposable)?.Dispose();
    }

    private void Run()
    {
        var batch = new List<QueuedRequest>(MostTogether);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MostTogether && queue.Reader.TryRead(out var request))
            {
                batch.Add(request);
            }

            Carry(batch).GetAwaiter().GetResult();
            batch.Clear();
        }
    }

    private async Task Carry(List<QueuedRequest> batch)
    {
        var fault = await Commit(batch);
        if (fault is null)
        {
            foreach (var request in batch)
            {
                request.Answer();
            }
        }
        else if (batch.Count == 1 || Dialect.TroubleOf(fault) != StorageTrouble.None)
        {
            foreach (var request in batch)
            {
                request.Fail(fault);
            }
        }
        else
        {
            foreach (var request in batch)
            {
                await Carry([request]);
            }
        }
    }

    /// <summary>Commits a batch, again when the engine gave it up; null, or why nothing of it was written.</summary>
    private async Task<Exception?> Commit(IReadOnlyList<QueuedRequest> batch)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var lease = await database.BeginWrite(CancellationToken.None);
                var session = new Session(lease.Connection, lease.Transaction, database.Dialect, CancellationToken.None);
                await new ResponseBatch(session, table, grace).Run(batch);
                await lease.Transaction.CommitAsync();
                return null;
            }
#pragma warning disable CA1031 // Whatever it is belongs to the callers that wait; the writer itself must go on.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                if (attempt == Tries || !Dialect.IsTransient(fault))
                {
                    return fault;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10 << attempt));
        }
    }
}
