namespace Assessment.Data.Responses;

/// <summary>An attempt that is answered and handed in by one use case, in that use case's own transaction and by the rules of the <see cref="ResponseWriter"/>.</summary>
public static class WholeAttempt
{
    /// <summary>Saves the answers and hands the attempt in; an attempt that was handed in before keeps its answers, time and receipt.</summary>
    /// <param name="session">A transaction that writes.</param>
    /// <param name="answers">The answers, in order.</param>
    /// <param name="submit">The attempt and how to score it.</param>
    public static async Task<SubmitOutcome> HandIn(Session session, IReadOnlyList<SaveRequest> answers, SubmitRequest submit)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(answers);
        IResponseTable table = session.Dialect == Dialect.Sqlite ? new SqliteResponseTable() : new PostgresResponseTable();
        using (table as IDisposable)
        {
            var queued = new QueuedSubmit(submit);
            await new ResponseBatch(session, table, TimeSpan.Zero).Run([.. answers.Select(answer => new QueuedSave(answer)), queued]);
            return queued.Outcome;
        }
    }
}
