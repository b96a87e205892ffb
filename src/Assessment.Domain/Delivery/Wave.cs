namespace Assessment.Domain.Delivery;

/// <summary>
/// A planned occasion of measurement that analyses, reports and releases name. After NIJ award 2020-R2-CX-0026 and the New Jersey
/// study: before, right after, 6 months and 12 months. Table wave of a new database begins with these; an operator may add others,
/// which are given, due and followed up like these and read by no analysis.
/// </summary>
/// <param name="Code">Code in files and on the API.</param>
/// <param name="Ordinal">Position in time among the four, from 0.</param>
/// <param name="Title">What a table prints.</param>
/// <param name="FromMonth">First month of the window after the training's end; null for waves tied to the class itself.</param>
/// <param name="ToMonth">Last month of the window, inclusive.</param>
public sealed record Wave(string Code, int Ordinal, string Title, int? FromMonth = null, int? ToMonth = null)
{
    /// <summary>Before training.</summary>
    public static readonly Wave Pre = new("pre", 0, "Pre-test");

    /// <summary>At the end of training.</summary>
    public static readonly Wave Post = new("post", 1, "Post-test");

    /// <summary>Six months after training (months 4 to 7).</summary>
    public static readonly Wave FollowUp6 = new("follow-up-6m", 2, "Follow-up at 6 months", 4, 7);

    /// <summary>Twelve months after training (months 11 to 15).</summary>
    public static readonly Wave FollowUp12 = new("follow-up-12m", 3, "Follow-up at 12 months", 11, 15);

    /// <summary>The waves in time order; the index is the ordinal.</summary>
    public static readonly IReadOnlyList<Wave> All = [Pre, Post, FollowUp6, FollowUp12];

    /// <summary>The wave with this code, or null.</summary>
    public static Wave? Find(string? code) => All.FirstOrDefault(wave => wave.Code == code);

    /// <summary>Whether the wave comes after return to duty.</summary>
    public bool IsFollowUp => FromMonth is not null;
}
