namespace Assessment.Release.Snapshot;

/// <summary>
/// Collects what the database holds and forgets every date: only whole months since training go on.
/// Wrong use (an unknown key, the same score twice) is a fault of the caller and throws.
/// </summary>
public sealed class ReleaseInputBuilder
{
    private const double DaysPerMonth = 30.4375;

    private readonly string release;
    private readonly IReadOnlyList<ReleaseInstrument> instruments;
    private readonly IReadOnlyList<ReleaseWave> waves;
    private readonly Dictionary<Guid, ReleaseAgency> agencies = [];
    private readonly Dictionary<Guid, Draft> drafts = [];

    private sealed record Draft(ReleasePerson Person, DateOnly TrainingEnded, SortedDictionary<int, WaveDraft> Waves);

    private sealed record WaveDraft(DateOnly AnsweredOn, Dictionary<string, double> Scores);

    /// <summary>An empty snapshot of a study.</summary>
    /// <param name="release">Identifier of the release, such as "2026-R1".</param>
    /// <param name="instruments">Instruments in the order of the columns.</param>
    /// <param name="waves">Waves in the order of the study.</param>
    public ReleaseInputBuilder(string release, IReadOnlyList<ReleaseInstrument> instruments, IReadOnlyList<ReleaseWave> waves)
    {
        this.release = release;
        this.instruments = instruments;
        this.waves = waves;
    }

    /// <summary>Adds an agency; its region is the Census region of its State.</summary>
    /// <exception cref="ArgumentException">Already added, no State of the United States, or no officers.</exception>
    public ReleaseInputBuilder AddAgency(Guid id, string state, int officersEmployed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(officersEmployed, 1);
        var region = CensusRegion.Of(state) ?? throw new ArgumentException("Not the postal code of a State.", nameof(state));
        agencies.Add(id, new ReleaseAgency(id, state, region, officersEmployed));
        return this;
    }

    /// <summary>Adds a participant.</summary>
    /// <param name="id">Key of the person.</param>
    /// <param name="agency">Key of an agency added before.</param>
    /// <param name="consent">Their decision.</param>
    /// <param name="trainingEnded">Last day of their delivery; kept only until months are computed.</param>
    /// <param name="quasiIdentifiers">Value by field; null or empty is missing.</param>
    /// <exception cref="ArgumentException">Already added, or the agency is unknown.</exception>
    public ReleaseInputBuilder AddPerson(
        Guid id, Guid agency, ConsentDecision consent, DateOnly trainingEnded, IReadOnlyDictionary<string, string?> quasiIdentifiers)
    {
        if (!agencies.ContainsKey(agency))
        {
            throw new ArgumentException("The agency was not added.", nameof(agency));
        }

        drafts.Add(id, new Draft(new ReleasePerson(id, agency, consent, quasiIdentifiers, []), trainingEnded, []));
        return this;
    }

    /// <summary>Adds a score. When a wave's instruments were answered on several days, the first day counts.</summary>
    /// <param name="person">Key of a person added before.</param>
    /// <param name="instrument">Identifier of an instrument of the study.</param>
    /// <param name="wave">Identifier of a wave of the study.</param>
    /// <param name="score">In the unit of the instrument's label.</param>
    /// <param name="answeredOn">Day of the attempt.</param>
    /// <exception cref="ArgumentException">Unknown person, instrument or wave, or a second score for the same three.</exception>
    public ReleaseInputBuilder AddScore(Guid person, string instrument, string wave, double score, DateOnly answeredOn)
    {
        var order = IndexOf(waves.Select(one => one.Identifier), wave, nameof(wave));
        _ = IndexOf(instruments.Select(one => one.Identifier), instrument, nameof(instrument));
        if (!drafts.TryGetValue(person, out var draft))
        {
            throw new ArgumentException("The person was not added.", nameof(person));
        }

        var answered = draft.Waves.TryGetValue(order, out var present) ? present : new WaveDraft(answeredOn, []);
        answered.Scores.Add(instrument, score);
        draft.Waves[order] = answered with { AnsweredOn = answeredOn < answered.AnsweredOn ? answeredOn : answered.AnsweredOn };
        return this;
    }

    /// <summary>The snapshot; agencies and persons in the order of their keys, so that equal content gives equal input.</summary>
    public ReleaseInput Build() => new(
        release,
        instruments,
        waves,
        [.. agencies.Values.OrderBy(agency => agency.Id)],
        [.. drafts.Values.OrderBy(draft => draft.Person.Id).Select(Finish)]);

    private ReleasePerson Finish(Draft draft) => draft.Person with
    {
        Waves = [.. draft.Waves.Select(answered => new AnsweredWave(
            waves[answered.Key].Identifier,
            Months(waves[answered.Key], answered.Value.AnsweredOn.DayNumber - draft.TrainingEnded.DayNumber),
            answered.Value.Scores))],
    };

    private static int Months(ReleaseWave wave, int days) =>
        wave.BeforeTraining ? -1 : (int)Math.Floor(days / DaysPerMonth);

    private static int IndexOf(IEnumerable<string> identifiers, string identifier, string parameter)
    {
        var index = identifiers.ToList().IndexOf(identifier);
        return index >= 0 ? index : throw new ArgumentException("Not part of the study.", parameter);
    }
}
