using System.Buffers.Binary;

namespace Assessment.Evaluation.Scores;

/// <summary>
/// Takes in a study as a stream and keeps only sums, in columns: 200,000 people at three waves fit in about 100 MB.
/// First all enrollments ascending by (agency, delivery, participant); then the rows ascending by (agency, delivery,
/// participant, wave, form). The order makes the hash of the input canonical and spares sorting and look-ups.
/// </summary>
public sealed class StudyScoresBuilder : IDisposable
{
    private const int EnrollmentTag = 1, RowTag = 2, UnsubmittedTag = 3;

    private readonly IReadOnlyList<FormLayout> forms;
    private readonly Enrollments enrollments = new();
    private readonly CanonicalHash hash = new();
    private readonly int[] sheetItems;
    private readonly int[][] scoredItems;
    private readonly int[] ticks;
    private (InstrumentScores Scores, int Form)[]? places;
    private InstrumentScores[] instruments = [];
    private int cursor;
    private (EnrollmentKey Key, int Wave, int Form) last = (new(int.MinValue, 0, 0), 0, 0);

    /// <summary>A builder for a study that used these form versions.</summary>
    /// <param name="forms">A row's form version is an index into this list.</param>
    /// <exception cref="ArgumentException">A form without items that give points, or forms of one instrument and source that differ in kind or plane.</exception>
    public StudyScoresBuilder(IReadOnlyList<FormLayout> forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        if (forms.Any(form => form.Items.All(item => item.MaxTicks == 0))) throw new ArgumentException("A form has no items.", nameof(forms));
        if (forms.GroupBy(Name).Any(group => group.Select(form => (form.Kind, form.Plane)).Distinct().Count() > 1))
            throw new ArgumentException("Forms of one instrument differ in kind or plane.", nameof(forms));
        // A stimulus has a place on the sheet and no score: as an item it would count as a blank and lower alpha.
        sheetItems = [.. forms.Select(form => form.Items.Count)];
        scoredItems = [.. forms.Select(form => Enumerable.Range(0, form.Items.Count).Where(item => form.Items[item].MaxTicks > 0).ToArray())];
        this.forms = [.. forms.Select((form, i) => form with { Items = [.. scoredItems[i].Select(item => form.Items[item])] })];
        ticks = new int[sheetItems.DefaultIfEmpty().Max()];
        foreach (var form in forms) hash.Add(form);
    }

    /// <summary>One enrollment; all of them before the first row.</summary>
    /// <param name="agency">Agency number.</param>
    /// <param name="delivery">Delivery number; the cluster of clustered intervals.</param>
    /// <param name="participant">Participant number, the same at all waves.</param>
    /// <param name="kind">One of <c>ParticipantKind</c>.</param>
    /// <param name="consent">Waves whose research data may be used.</param>
    /// <exception cref="ArgumentException">Out of order, repeated, or an unknown kind.</exception>
    /// <exception cref="InvalidOperationException">A row was added before.</exception>
    public void Enroll(int agency, int delivery, int participant, string kind, ConsentedWaves consent = ConsentedWaves.All)
    {
        if (places is not null) throw new InvalidOperationException("All enrollments come before the first row.");
        enrollments.Add(new(agency, delivery, participant), kind, consent);
        hash.Integers(EnrollmentTag, agency, delivery, participant, (int)consent);
        hash.Text(kind);
    }

    /// <summary>A submitted attempt.</summary>
    /// <param name="agency">Agency number.</param>
    /// <param name="delivery">Delivery number.</param>
    /// <param name="participant">Participant number.</param>
    /// <param name="wave">Ordinal of the wave, 0 to 3.</param>
    /// <param name="formVersion">Index into the forms.</param>
    /// <param name="packedTicks">Little-endian 32-bit ticks per item in form order; int.MinValue where nothing was scored.</param>
    /// <exception cref="ArgumentException">Not enrolled, out of order, unknown wave or form, or a sheet of the wrong length.</exception>
    public void Add(int agency, int delivery, int participant, int wave, int formVersion, ReadOnlySpan<byte> packedTicks)
    {
        var (scores, form) = Place(new(agency, delivery, participant), wave, formVersion);
        var (items, scored) = (sheetItems[formVersion], scoredItems[formVersion]);
        if (packedTicks.Length != items * sizeof(int)) throw new ArgumentException($"The sheet has {packedTicks.Length} bytes; the form has {items} items.", nameof(packedTicks));
        for (var item = 0; item < scored.Length; item++) ticks[item] = BinaryPrimitives.ReadInt32LittleEndian(packedTicks[(scored[item] * sizeof(int))..]);
        scores.Take(cursor, wave, form, ticks.AsSpan(0, scored.Length));
        hash.Integers(RowTag, agency, delivery, participant, wave, formVersion, packedTicks.Length);
        hash.Bytes(packedTicks);
    }

    /// <summary>An attempt that was begun and not submitted; it is no score, and it is counted.</summary>
    /// <param name="agency">Agency number.</param>
    /// <param name="delivery">Delivery number.</param>
    /// <param name="participant">Participant number.</param>
    /// <param name="wave">Ordinal of the wave, 0 to 3.</param>
    /// <param name="formVersion">Index into the forms.</param>
    /// <exception cref="ArgumentException">Not enrolled, out of order, or unknown wave or form.</exception>
    public void AddUnsubmitted(int agency, int delivery, int participant, int wave, int formVersion)
    {
        Place(new(agency, delivery, participant), wave, formVersion).Scores.TakeUnsubmitted(cursor, wave);
        hash.Integers(UnsubmittedTag, agency, delivery, participant, wave, formVersion);
    }

    /// <summary>The study; the builder is used up.</summary>
    public StudyScores Build()
    {
        OpenRows();
        return new(enrollments, instruments, hash.Finish());
    }

    /// <inheritdoc />
    public void Dispose() => hash.Dispose();

    private static (string, string?) Name(FormLayout form) => (form.Instrument, form.Source);

    private (InstrumentScores Scores, int Form) Place(EnrollmentKey key, int wave, int form)
    {
        OpenRows();
        if (wave < 0 || wave >= InstrumentScores.Waves) throw new ArgumentException($"There is no wave {wave}.", nameof(wave));
        if (form < 0 || form >= forms.Count) throw new ArgumentException($"There is no form {form}.", nameof(form));
        if (Comparer<(EnrollmentKey, int, int)>.Default.Compare((key, wave, form), last) < 0)
            throw new ArgumentException("Rows come ascending by agency, delivery, participant, wave, form.", nameof(key));
        last = (key, wave, form);
        while (cursor < enrollments.Count && enrollments.Key(cursor).CompareTo(key) < 0) cursor++;
        if (cursor == enrollments.Count || enrollments.Key(cursor) != key) throw new ArgumentException("A row is of somebody who is not enrolled.", nameof(key));
        return places![form];
    }

    private void OpenRows()
    {
        if (places is not null) return;
        var groups = forms.GroupBy(Name).ToArray();
        instruments = [.. groups.Select(group => new InstrumentScores([.. group], enrollments))];
        places = new (InstrumentScores, int)[forms.Count];
        for (var i = 0; i < forms.Count; i++)
        {
            var group = Array.FindIndex(groups, candidate => candidate.Key == Name(forms[i]));
            places[i] = (instruments[group], forms.Take(i).Count(earlier => Name(earlier) == Name(forms[i])));
        }
    }
}
