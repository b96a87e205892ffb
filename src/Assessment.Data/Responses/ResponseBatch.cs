namespace Assessment.Data.Responses;

/// <summary>
/// The requests of one transaction, taken in the order they came: states and newest answers are read once, each request is
/// decided on them, and accepted answers are written together. Handing in writes what is waiting first, so that it scores
/// every answer taken before it.
/// </summary>
internal sealed class ResponseBatch(Session session, IResponseTable table, TimeSpan grace)
{
    private readonly List<SaveRequest> accepted = [];
    private Dictionary<AttemptKey, AttemptState> attempts = [];
    private Dictionary<ResponseKey, StoredAnswer> answers = [];

    public async Task Run(IReadOnlyList<QueuedRequest> requests)
    {
        attempts = await table.Lock(session, [.. requests.Select(request => request.Attempt).Distinct()]);
        answers = await table.Read(session, [.. requests.OfType<QueuedSave>().Select(save => save.Request.Key).Distinct()]);
        foreach (var request in requests)
        {
            switch (request)
            {
                case QueuedSave save:
                    save.Outcome = Save(save.Request);
                    break;
                case QueuedSubmit submit:
                    submit.Outcome = await Submit(submit.Request);
                    break;
            }
        }

        await WriteAccepted();
    }

    private SaveOutcome Save(SaveRequest save)
    {
        StoredAnswer? stored = answers.TryGetValue(save.Key, out var answer) ? answer : null;
        var outcome = AttemptState.Decide(attempts.GetValueOrDefault(save.Attempt), stored, save, grace);
        if (outcome.Status == SaveStatus.Saved && outcome.Revision != stored?.Revision)
        {
            answers[save.Key] = new StoredAnswer(save.Value, save.Revision, save.Device);
            accepted.Add(save);
        }

        return outcome;
    }

    private async Task<SubmitOutcome> Submit(SubmitRequest submit)
    {
        var attempt = attempts.GetValueOrDefault(submit.Attempt);
        if (attempt is null)
        {
            return new SubmitOutcome(SubmitStatus.AttemptUnknown, null, null);
        }

        if (attempt.SubmittedAt is not null)
        {
            // The same receipt: this very request was committed, but the engine could not say so.
            var status = attempt.Receipt == submit.Receipt ? SubmitStatus.Submitted : SubmitStatus.AlreadySubmitted;
            return new SubmitOutcome(status, attempt.SubmittedAt, attempt.Receipt);
        }

        var (expired, closed) = (attempt.IsExpired(submit.SubmittedAt - grace), attempt.IsClosed(submit.SubmittedAt - grace));
        return (expired || closed, submit.ByTime) switch
        {
            (true, false) => new SubmitOutcome(expired ? SubmitStatus.TimeExpired : SubmitStatus.AdministrationClosed, null, null),
            (false, true) => new SubmitOutcome(SubmitStatus.StillOpen, null, null),
            (false, false) when attempt.Waits => new SubmitOutcome(SubmitStatus.NotStarted, null, null),
            _ => await HandIn(attempt, submit),
        };
    }

    private async Task<SubmitOutcome> HandIn(AttemptState attempt, SubmitRequest submit)
    {
        await WriteAccepted();
        var attemptStore = new AttemptStore(session);
        var responses = await attemptStore.Responses(submit.AgencyId, submit.AttemptNo);
        var scored = submit.Score(new SubmittedAttempt(
            attempt.FormVersionNo,
            responses.Where(response => response.Value is not null).ToDictionary(response => response.ItemNo, response => response.Value!))
        {
            Keys = await new ItemKeyStore(session).HeldForScoring(attempt.FormVersionNo),
        });
        var endedBy = submit.ByTime ? Ended.ByTime : Ended.ByParticipant;
        await attemptStore.Submit(submit.AgencyId, submit.AttemptNo, submit.SubmittedAt, endedBy, submit.Receipt);
        await new ScoreSheetStore(session).Put(new ScoreSheetRow
        {
            AgencyId = submit.AgencyId,
            AttemptNo = submit.AttemptNo,
            FormVersionNo = attempt.FormVersionNo,
            DeliveryNo = attempt.DeliveryNo,
            ParticipantNo = attempt.ParticipantNo,
            WaveOrdinal = attempt.WaveOrdinal,
            AttemptOrdinal = attempt.Ordinal,
            Points = scored.Points,
            Scores = scored.Scores,
        });
        await (submit.Also?.Invoke(session) ?? Task.CompletedTask);
        attempts[submit.Attempt] = attempt with { SubmittedAt = submit.SubmittedAt, EndedBy = endedBy, Receipt = submit.Receipt };
        return new SubmitOutcome(SubmitStatus.Submitted, submit.SubmittedAt, submit.Receipt);
    }

    private async Task WriteAccepted()
    {
        if (accepted.Count > 0)
        {
            await table.Write(session, accepted);
            accepted.Clear();
        }
    }
}
