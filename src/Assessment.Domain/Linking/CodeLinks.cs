namespace Assessment.Domain.Linking;

/// <summary>How sure a link is.</summary>
public enum LinkCertainty
{
    /// <summary>All six elements are given and equal.</summary>
    Exact,

    /// <summary>Five elements are equal; the sixth differs or is missing.</summary>
    OneElementDiffers,
}

/// <summary>Two answer sheets taken to be of one person.</summary>
/// <param name="Wave1">Form of the earlier wave.</param>
/// <param name="Wave2">Form of the later wave.</param>
/// <param name="Certainty">On what the link rests.</param>
public sealed record CodeLink(string Wave1, string Wave2, LinkCertainty Certainty);

/// <summary>What came of linking two waves. Wave2Forms = Links.Count + Ambiguous.Count + Strangers.</summary>
/// <param name="Links">By form of the earlier wave.</param>
/// <param name="Ambiguous">Forms of the later wave that fit, but not one to one with a single form; by form.</param>
/// <param name="Wave2Forms">Forms of the later wave.</param>
public sealed record CodeLinks(IReadOnlyList<CodeLink> Links, IReadOnlyList<string> Ambiguous, int Wave2Forms)
{
    /// <summary>Forms of the later wave that fit nobody of the earlier one.</summary>
    public int Strangers => Wave2Forms - Links.Count - Ambiguous.Count;

    /// <summary>Share of the later wave's forms that are linked; null when there are none.</summary>
    public double? MatchRate => Wave2Forms > 0 ? (double)Links.Count / Wave2Forms : null;
}
