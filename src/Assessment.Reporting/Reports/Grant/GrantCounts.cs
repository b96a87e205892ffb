using Assessment.Evaluation.Findings;
using Assessment.Evaluation.Matching;
using Assessment.Reporting.Document;

namespace Assessment.Reporting.Reports.Grant;

/// <summary>
/// All counts of people in the report as one disclosure problem, so that a number hidden in one table cannot be taken from
/// another. Tables ask here before they print a count or a number that rests on it.
/// </summary>
internal sealed class GrantCounts
{
    private readonly Dictionary<string, CountCell> cells = [];
    private readonly List<CountSum> sums = [];
    private readonly HashSet<string> hidden;

    public GrantCounts(GrantReportFacts facts, GrantFindings findings)
    {
        Training(facts);
        if (findings.Test is { Pairing: { } flow } test)
        {
            Pairing(flow, test, findings);
            Completed(facts, flow);
        }

        for (var i = 0; i < findings.FollowUps.Count; i++) FollowUp(i, findings.FollowUps[i].FollowUp);
        hidden = [.. CellProtection.Hidden([.. cells.Values], sums)];

        // In an agency of 10 or fewer, "0 untrained" would tell the number trained.
        if (CellProtection.IsSmall(facts.Grantee.OfficersEmployed)) hidden.UnionWith(cells.Keys.Where(key => key.EndsWith(":untrained", StringComparison.Ordinal)));
    }

    public bool Shows(string key) => !hidden.Contains(key);

    /// <summary>The count, or the word "suppressed".</summary>
    public Cell Cell(string key) => Shows(key) ? Words.CountCell(cells[key].Value) : Words.SuppressedCell;

    /// <summary>Whether means of these pairs may be printed: at least 11, and their number is not hidden for the sake of others.</summary>
    public bool Shows(GainFinding gain) => gain.NPairs >= CellProtection.Threshold && Shows("flow:pairs");

    /// <summary>How many printed cells are suppressed.</summary>
    public int Suppressed => hidden.Count(key => cells[key].Role != CountRole.Unprinted);

    /// <summary>
    /// A share of shown people such as those who passed: hidden when one side has 1 to 10 people, when nobody is on the good
    /// side (then each one's result would be known), or when its denominator is hidden.
    /// </summary>
    public static bool CanShow(Share share, bool zeroTells) =>
        share.N >= CellProtection.Threshold && !CellProtection.IsSmall(share.Count) && !CellProtection.IsSmall(share.N - share.Count) && !(zeroTells && share.Count == 0);

    private void Training(GrantReportFacts facts)
    {
        Add("employed", facts.Grantee.OfficersEmployed, CountRole.Public);
        foreach (var topic in facts.Training.Topics.Append(facts.Training.AnyTopic)) Topic(topic, facts.Grantee.OfficersEmployed);
        foreach (var topic in facts.Training.Topics) SamePeople(topic, facts.Training.AnyTopic);
        Add("cmhp:trained", facts.Training.Professionals, CountRole.Kept);
        if (facts.Grantee.ProfessionalsWorking is { } working)
        {
            Add("cmhp:working", working, CountRole.Public);
            Add("cmhp:untrained", Math.Max(0, working - facts.Training.Professionals), CountRole.Unprinted);
            sums.Add(new("cmhp:working", "cmhp:trained", "cmhp:untrained"));
        }

        Courses(facts);
    }

    // Class counts make up the officers of the year where they add up; nobody can subtract from what does not.
    private void Courses(GrantReportFacts facts)
    {
        if (facts.Courses.Count == 0) return;
        var officers = facts.Courses.Sum(course => course.Officers);
        for (var i = 0; i < facts.Courses.Count; i++) Add($"course:{i}:officers", facts.Courses[i].Officers);
        Add("courses:officers", officers, CountRole.Unprinted);
        sums.Add(new("courses:officers", [.. Enumerable.Range(0, facts.Courses.Count).Select(i => $"course:{i}:officers")]));
        foreach (var (key, value) in new[] { ("any:grant", facts.Training.AnyTopic.Grant), ("any:total", facts.Training.AnyTopic.Total) })
        {
            if (value == officers) sums.Add(new(key, "courses:officers"));
        }
    }

    // Who completed a class and is in no pair could be found from the class counts.
    private void Completed(GrantReportFacts facts, PairFlow flow)
    {
        if (facts.Courses.Count == 0) return;
        var completed = facts.Courses.Sum(course => course.Officers) + facts.Training.Professionals;
        Add("completed", completed, CountRole.Unprinted);
        Add("completed:unpaired", Math.Max(0, completed - flow.Pairs), CountRole.Unprinted);
        sums.Add(new("completed", "courses:officers", "cmhp:trained"));
        sums.Add(new("completed", "flow:pairs", "completed:unpaired"));
    }

    private void Topic(TopicTraining topic, int employed)
    {
        var name = topic.Topic;
        Add($"{name}:grant", topic.Grant);
        Add($"{name}:total", topic.Total, CountRole.Kept);
        Add($"{name}:untrained", Math.Max(0, employed - topic.Total));
        sums.Add(new("employed", $"{name}:total", $"{name}:untrained"));
        Add($"{name}:other", topic.OtherFunds ?? 0, topic.OtherFunds is null ? CountRole.Unprinted : CountRole.Open);
        sums.Add(new($"{name}:total", $"{name}:grant", $"{name}:other"));
    }

    // Where every class taught the topic, its people are those of the last line: what one line shows, the other does too.
    private void SamePeople(TopicTraining topic, TopicTraining any)
    {
        if ((topic.Grant, topic.OtherFunds, topic.Total) != (any.Grant, any.OtherFunds, any.Total)) return;
        foreach (var part in new[] { "grant", "other", "total" }) sums.Add(new($"{any.Topic}:{part}", $"{topic.Topic}:{part}"));
    }

    private void Pairing(PairFlow flow, InstrumentFindings test, GrantFindings findings)
    {
        int preOnly = flow.ScoredEarlier - flow.Pairs, postOnly = flow.ScoredLater - flow.Pairs;
        Add("flow:enrolled", flow.Enrolled);
        Add("flow:no-consent", flow.NoConsent);
        Add("flow:pre", flow.ScoredEarlier);
        Add("flow:post", flow.ScoredLater);
        Add("flow:pairs", flow.Pairs, CountRole.Last);
        Add("flow:pre-only", preOnly);
        Add("flow:post-only", postOnly);
        Add("flow:neither", flow.LostBoth);
        sums.Add(new("flow:pre", "flow:pairs", "flow:pre-only"));
        sums.Add(new("flow:post", "flow:pairs", "flow:post-only"));
        sums.Add(new("flow:enrolled", "flow:no-consent", "flow:pairs", "flow:pre-only", "flow:post-only", "flow:neither"));
        Loss("pre", flow.LostEarlier, "flow:post-only");
        Loss("post", flow.LostLater, "flow:pre-only");
        Forms(test);
        foreach (var order in findings.Orders) Add($"order:{order.Group.Code}", order.NPairs);
        if (findings.Orders.Count > 0) sums.Add(new("flow:pairs", [.. findings.Orders.Select(order => $"order:{order.Group.Code}")]));
    }

    private void Loss(string wave, WaveLoss loss, string only)
    {
        Add($"lost:{wave}", loss.Total, CountRole.Unprinted);
        Add($"lost:{wave}:absent", loss.Absent);
        Add($"lost:{wave}:unsubmitted", loss.Unsubmitted);
        Add($"lost:{wave}:no-answers", loss.NoAnswers + loss.Incomplete);
        sums.Add(new($"lost:{wave}", $"lost:{wave}:absent", $"lost:{wave}:unsubmitted", $"lost:{wave}:no-answers"));
        sums.Add(new($"lost:{wave}", only, "flow:neither"));
        sums.Add(new("flow:enrolled", "flow:no-consent", $"flow:{wave}", $"lost:{wave}"));
    }

    private void Forms(InstrumentFindings test)
    {
        foreach (var wave in test.Reliabilities.GroupBy(form => form.Wave))
        {
            foreach (var form in wave) Add($"form:{form.Form}:{form.Wave}", form.N);
            if (wave.Key is GrantFindings.Pre or GrantFindings.Post) sums.Add(new($"flow:{wave.Key}", [.. wave.Select(form => $"form:{form.Form}:{form.Wave}")]));
        }
    }

    private void FollowUp(int place, FollowUpFinding followUp)
    {
        var name = $"follow-up:{place}";
        Add($"{name}:due", followUp.Due);
        Add($"{name}:done", followUp.Response.Count);
        Add($"{name}:scored", followUp.Score.N, CountRole.Last);
        Add($"{name}:not-done", followUp.Due - followUp.Response.Count, CountRole.Unprinted);
        sums.Add(new($"{name}:due", $"{name}:done", $"{name}:not-done"));
        if (cells.ContainsKey("flow:enrolled"))
        {
            // That nobody is left out follows from the dates of the classes and from table T5c; how many are does not.
            Add($"{name}:not-due", followUp.Open + followUp.NotYet, UnprintedUnlessZero(followUp.Open + followUp.NotYet));
            Add($"{name}:no-consent", followUp.NoConsent, UnprintedUnlessZero(followUp.NoConsent));
            sums.Add(new("flow:enrolled", $"{name}:due", $"{name}:not-due", $"{name}:no-consent"));
        }

        var more = followUp.Score.N - followUp.Response.Count;
        Add($"{name}:apart", Math.Abs(more), CountRole.Unprinted);
        sums.Add(more >= 0 ? new($"{name}:scored", $"{name}:done", $"{name}:apart") : new($"{name}:done", $"{name}:scored", $"{name}:apart"));
    }

    private static CountRole UnprintedUnlessZero(int count) => count == 0 ? CountRole.Public : CountRole.Unprinted;

    private void Add(string key, int value, CountRole role = CountRole.Open) => cells.Add(key, new(key, value, role));
}
