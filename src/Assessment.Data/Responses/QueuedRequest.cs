namespace Assessment.Data.Responses;

/// <summary>A request in the writer's queue with the caller that waits for it.</summary>
internal abstract class QueuedRequest(AttemptKey attempt)
{
    public AttemptKey Attempt { get; } = attempt;

    /// <summary>Tells the caller the outcome; only after the commit.</summary>
    public abstract void Answer();

    /// <summary>Tells the caller that nothing was written.</summary>
    public abstract void Fail(Exception fault);
}

internal abstract class QueuedRequest<TRequest, TOutcome>(TRequest request, AttemptKey attempt) : QueuedRequest(attempt)
    where TOutcome : struct
{
    private readonly TaskCompletionSource<TOutcome> caller = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TRequest Request { get; } = request;

    public TOutcome Outcome { get; set; }

    public Task<TOutcome> Answered => caller.Task;

    public override void Answer() => caller.SetResult(Outcome);

    public override void Fail(Exception fault) => caller.SetException(fault);
}

internal sealed class QueuedSave(SaveRequest request) : QueuedRequest<SaveRequest, SaveOutcome>(request, request.Attempt);

internal sealed class QueuedSubmit(SubmitRequest request) : QueuedRequest<SubmitRequest, SubmitOutcome>(request, request.Attempt);
