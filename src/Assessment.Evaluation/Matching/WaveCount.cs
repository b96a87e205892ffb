namespace Assessment.Evaluation.Matching;

/// <summary>What there is at one wave. Adds up: Enrolled = NoConsent + Scored + Lost.Total.</summary>
/// <param name="Wave">Wave code.</param>
/// <param name="Enrolled">Enrollments.</param>
/// <param name="NoConsent">Without consent at this wave.</param>
/// <param name="Scored">With a score.</param>
/// <param name="Lost">Without, by reason.</param>
public sealed record WaveCount(string Wave, int Enrolled, int NoConsent, int Scored, WaveLoss Lost)
{
    /// <summary>Further attempts of people who already had one; the first counts.</summary>
    public int Repeated { get; init; }
}
