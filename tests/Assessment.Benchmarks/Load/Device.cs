namespace Assessment.Benchmarks.Load;

/// <summary>A device with an open attempt at a test of thirty items.</summary>
/// <param name="AttemptId">The attempt.</param>
/// <param name="Ticket">Its ticket, as sent.</param>
/// <param name="Answers">Per item its identifier and an answer in JSON.</param>
internal sealed record Device(Guid AttemptId, string Ticket, IReadOnlyList<(string Item, string Json)> Answers)
{
    public const string Name = "device-0001";

    /// <summary>The request that saves answer number <paramref name="n"/> of an endless series: item by item, revisions rising.</summary>
    public byte[] Save(int n)
    {
        var (item, json) = Answers[n % Answers.Count];
        return HttpConnection.Request(
            "PUT", $"/api/attempts/{AttemptId}/responses/{item}", $"Ticket {Ticket}",
            $$"""{"value":{{json}},"revision":{{(n / Answers.Count) + 1}},"device":"{{Name}}"}""");
    }

    /// <summary>The request that sends this many answers of that series together, from answer number <paramref name="n"/> on.</summary>
    public byte[] Upload(int n, int count)
    {
        var answers = Enumerable.Range(n, count).Select(i => (Answer: Answers[i % Answers.Count], Revision: (i / Answers.Count) + 1))
            .Select(one => $$"""{"item":"{{one.Answer.Item}}","value":{{one.Answer.Json}},"revision":{{one.Revision}}}""");
        return HttpConnection.Request(
            "PUT", $"/api/attempts/{AttemptId}/responses", $"Ticket {Ticket}", $$"""{"answers":[{{string.Join(',', answers)}}],"device":"{{Name}}"}""");
    }

    public byte[] Submit() => HttpConnection.Request("POST", $"/api/attempts/{AttemptId}/submit", $"Ticket {Ticket}", "{}");
}
