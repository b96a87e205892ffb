namespace Assessment.Evaluation.Findings;

/// <summary>Which of the pairs a finding rests on.</summary>
/// <param name="Code">"all", "order:A&gt;B", "kind:officer" or "kind:cmhp".</param>
/// <param name="Title">What a table prints.</param>
public sealed record PairGroup(string Code, string Title)
{
    /// <summary>All pairs.</summary>
    public static readonly PairGroup All = new("all", "Everybody");

    /// <summary>Officers.</summary>
    public static readonly PairGroup Officers = new("kind:officer", "Officers");

    /// <summary>Covered mental health professionals.</summary>
    public static readonly PairGroup Professionals = new("kind:cmhp", "Mental health professionals");

    /// <summary>Those who took one edition first and another after.</summary>
    internal static PairGroup Order(string earlier, string later) => new($"order:{earlier}>{later}", $"Form {earlier} first, form {later} after");
}
