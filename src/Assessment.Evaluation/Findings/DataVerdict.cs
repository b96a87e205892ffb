namespace Assessment.Evaluation.Findings;

/// <summary>The three outcomes of a data reliability assessment, always for a named purpose.</summary>
public enum VerdictOutcome
{
    /// <summary>Sufficiently reliable for the purpose.</summary>
    Sufficient,

    /// <summary>Not sufficiently reliable for the purpose.</summary>
    NotSufficient,

    /// <summary>Undetermined.</summary>
    Undetermined,
}

/// <summary>Whether the data carry a statement, for which purpose and why.</summary>
/// <param name="Outcome">The verdict.</param>
/// <param name="Purpose">What the data are to be used for, continuing "for …".</param>
/// <param name="Reason">One plain clause.</param>
public sealed record DataVerdict(VerdictOutcome Outcome, string Purpose, string Reason)
{
    /// <summary>At and above this share of the people concerned the data carry the statement.</summary>
    public const double SufficientShare = 0.8;

    /// <summary>Below this share they do not; between the two it is undetermined.</summary>
    public const double InsufficientShare = 0.5;

    /// <summary>The verdict by the share of the people concerned for whom there are data.</summary>
    /// <param name="have">With data.</param>
    /// <param name="of">Concerned.</param>
    /// <param name="purpose">Continuing "for …".</param>
    public static DataVerdict ByShare(int have, int of, string purpose)
    {
        if (of == 0) return new(VerdictOutcome.Undetermined, purpose, "nobody is concerned");
        var share = (double)have / of;
        return share switch
        {
            >= SufficientShare => new(VerdictOutcome.Sufficient, purpose, "data of at least 80 percent of the people concerned"),
            < InsufficientShare => new(VerdictOutcome.NotSufficient, purpose, "data of less than 50 percent of the people concerned"),
            _ => new(VerdictOutcome.Undetermined, purpose, "data of 50 to 80 percent of the people concerned"),
        };
    }
}
