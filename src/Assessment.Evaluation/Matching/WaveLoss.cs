namespace Assessment.Evaluation.Matching;

/// <summary>People of one wave who have no score there, by reason.</summary>
/// <param name="Absent">No attempt.</param>
/// <param name="Unsubmitted">An attempt begun and not submitted.</param>
/// <param name="NoAnswers">Submitted without any answer that counts.</param>
/// <param name="Incomplete">Answers missing where the rule needs all of them.</param>
public sealed record WaveLoss(int Absent, int Unsubmitted, int NoAnswers, int Incomplete)
{
    /// <summary>All of them.</summary>
    public int Total => Absent + Unsubmitted + NoAnswers + Incomplete;
}
