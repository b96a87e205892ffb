namespace Assessment.Evaluation.Scores;

/// <summary>Everything an analysis reads: who was enrolled, and the scale scores of each instrument and wave. Made by <see cref="StudyScoresBuilder"/>.</summary>
public sealed class StudyScores
{
    internal StudyScores(Enrollments enrollments, IReadOnlyList<InstrumentScores> instruments, string inputSha256) =>
        (Enrollments, Instruments, InputSha256) = (enrollments, instruments, inputSha256);

    /// <summary>Who was enrolled.</summary>
    public Enrollments Enrollments { get; }

    /// <summary>One per instrument and source, in order of their first form.</summary>
    public IReadOnlyList<InstrumentScores> Instruments { get; }

    /// <summary>SHA-256 (hex) over layouts, enrollments and packed rows in canonical order: same data, same hash.</summary>
    public string InputSha256 { get; }

    /// <summary>
    /// The scores of whole forms, one by one, ascending by instrument, person and wave, without what consent forbids: what a
    /// release is made of. Percent of points (tests), percent shown of applicable (checklists), mean item value (scales).
    /// </summary>
    public IEnumerable<WaveScore> WaveScores()
    {
        foreach (var instrument in Instruments)
        {
            for (var place = 0; place < Enrollments.Count; place++)
            {
                for (var wave = 0; wave < InstrumentScores.Waves; wave++)
                {
                    if (instrument.StateOf(place, wave) == WaveState.Scored)
                    {
                        var key = Enrollments.Key(place);
                        var form = instrument.Forms[0];
                        yield return new(key.Agency, key.Delivery, key.Participant, form.Instrument, form.Source, wave, instrument.Score(instrument.RowOf(place, wave), 0));
                    }
                }
            }
        }
    }
}

/// <summary>The score of one person on one instrument at one wave.</summary>
/// <param name="Agency">Agency number.</param>
/// <param name="Delivery">Delivery number.</param>
/// <param name="Participant">Participant number.</param>
/// <param name="Instrument">Identifier of the instrument.</param>
/// <param name="Source">Who filled it in; null for participants.</param>
/// <param name="Wave">Ordinal of the wave.</param>
/// <param name="Score">In the unit of the instrument's kind.</param>
public readonly record struct WaveScore(int Agency, int Delivery, int Participant, string Instrument, string? Source, int Wave, double Score);
