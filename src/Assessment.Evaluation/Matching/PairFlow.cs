namespace Assessment.Evaluation.Matching;

/// <summary>
/// From enrolled to paired. Adds up: Enrolled = NoConsent + Pairs + LostEarlier.Total + LostLater.Total − LostBoth.
/// </summary>
/// <param name="Enrolled">Enrollments.</param>
/// <param name="NoConsent">Without consent at one of the two waves; nothing else of them is used.</param>
/// <param name="LostEarlier">No score at the earlier wave.</param>
/// <param name="LostLater">No score at the later wave.</param>
/// <param name="LostBoth">Counted in both of these.</param>
/// <param name="Pairs">People with a score at both waves.</param>
public sealed record PairFlow(int Enrolled, int NoConsent, WaveLoss LostEarlier, WaveLoss LostLater, int LostBoth, int Pairs)
{
    /// <summary>People with a score at the earlier wave.</summary>
    public int ScoredEarlier => Enrolled - NoConsent - LostEarlier.Total;

    /// <summary>People with a score at the later wave.</summary>
    public int ScoredLater => Enrolled - NoConsent - LostLater.Total;
}
