using Assessment.Api.Features.Attempts;
using Assessment.Data;
using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;
using Assessment.Evaluation.Scores;

namespace Assessment.Api.Features.Studies;

/// <summary>A study's scores with the last day of training per delivery, as the analysis takes them.</summary>
/// <param name="Scores">The scores.</param>
/// <param name="TrainingEnds">Last day of training per dense delivery number.</param>
/// <param name="Forms">The form versions used, by number.</param>
internal sealed record StudyInput(StudyScores Scores, IReadOnlyDictionary<int, DateOnly> TrainingEnds, IReadOnlyDictionary<int, LoadedForm> Forms);

/// <summary>Which sheet: the key of the table of score sheets.</summary>
internal readonly record struct SheetKey(int AgencyId, int DeliveryNo, int ParticipantNo, int WaveOrdinal, int FormVersionNo);

/// <summary>
/// Reads the scores of a set of agencies into the analysis' columns. Delivery numbers count per agency in the database;
/// here each class of the study gets a number of its own, because classes are the clusters.
/// </summary>
internal sealed class StudyScoresReader(Session session, FormVersions forms, IReadOnlyList<int> agencies)
{
    /// <summary>Which classes count; all when not set.</summary>
    public Func<DeliveryRow, bool> Classes { get; init; } = _ => true;

    /// <summary>Sheets to use in place of the stored ones, such as those scored again from the responses; null for the stored ones.</summary>
    public Func<SheetKey, byte[]?>? Rescored { get; init; }

    private readonly StudyQueries queries = new(session, agencies);
    private readonly Dictionary<(int Agency, int Delivery), int> denseDelivery = [];
    private readonly Dictionary<int, DateOnly> trainingEnds = [];

    /// <summary>A row that is merged into the stream of score sheets: an attempt not handed in, or a supervisor's checklist.</summary>
    private sealed record Extra(int Agency, int Delivery, int Participant, int Wave, int Form, byte[]? Sheet)
    {
        public (int, int, int, int, int) Key => (Agency, Delivery, Participant, Wave, Form);
    }

    /// <summary>Reads.</summary>
    /// <param name="consent">Waves whose data may be used, per agency and participant; null when everybody counts, as the law asks of a grantee.</param>
    /// <param name="stop">Stops reading.</param>
    public async Task<StudyInput> ReadAsync(Func<int, int, ConsentedWaves>? consent, CancellationToken stop)
    {
        await NumberDeliveriesAsync();
        var own = await queries.FormVersions();
        var supervised = await queries.SupervisorFormVersions();
        var loaded = new Dictionary<int, LoadedForm>();
        foreach (var number in own.Union(supervised))
        {
            loaded[number] = await forms.FindAsync(number, stop);
        }

        var layouts = own.Select(number => Layout(number, loaded[number].Form, null))
            .Concat(supervised.Select(number => Layout(number, loaded[number].Form, "supervisor"))).ToList();
        using var builder = new StudyScoresBuilder(layouts);
        foreach (var row in (await queries.Enrollments()).Where(row => Counts(row.AgencyId, row.DeliveryNo)))
        {
            builder.Enroll(
                row.AgencyId, denseDelivery[(row.AgencyId, row.DeliveryNo)], row.ParticipantNo, row.Kind,
                consent?.Invoke(row.AgencyId, row.ParticipantNo) ?? ConsentedWaves.All);
        }

        var indexOf = Places(own, 0);
        var extras = await ExtrasAsync(indexOf, Places(supervised, own.Count), loaded);
        Merge(builder, indexOf, extras);
        return new StudyInput(builder.Build(), trainingEnds, loaded);
    }

    /// <summary>The study's own number of a class.</summary>
    public int Dense(int agency, int deliveryNo) => denseDelivery[(agency, deliveryNo)];

    /// <summary>Last day of training of a class, by the study's own number.</summary>
    public DateOnly TrainingEnd(int dense) => trainingEnds[dense];

    /// <summary>Index of each form version in the builder's layouts, from an offset.</summary>
    private static Dictionary<int, int> Places(IReadOnlyList<int> versions, int offset) =>
        versions.Select((number, i) => (number, i)).ToDictionary(pair => pair.number, pair => offset + pair.i);

    private static FormLayout Layout(int number, Form form, string? source) =>
        FormLayout.Of(form, $"{form.Identifier} #{number}", source ?? (form.Instrument.Kind == InstrumentKind.FollowUpChecklist ? "self" : null));

    private async Task NumberDeliveriesAsync()
    {
        foreach (var agency in agencies.Order())
        {
            foreach (var delivery in (await new DeliveryStore(session).List(agency)).Where(Classes).OrderBy(row => row.DeliveryNo))
            {
                var dense = denseDelivery.Count + 1;
                denseDelivery[(agency, delivery.DeliveryNo)] = dense;
                trainingEnds[dense] = delivery.EndsOn;
            }
        }
    }

    private async Task<IReadOnlyList<Extra>> ExtrasAsync(
        Dictionary<int, int> indexOf, Dictionary<int, int> supervisedIndexOf, Dictionary<int, LoadedForm> loaded)
    {
        var indicators = (await queries.SupervisorIndicators()).ToLookup(row => (row.AgencyId, row.FollowUpNo));
        var unsubmitted = (await queries.Unsubmitted()).Where(row => Counts(row.AgencyId, row.DeliveryNo)).Select(row => Place(row, indexOf[row.FormVersionNo], null));
        var checklists = (await queries.SupervisorChecklists()).Where(row => Counts(row.AgencyId, row.DeliveryNo)).Select(row => Place(
            row, supervisedIndexOf[row.FormVersionNo], Pack(loaded[row.FormVersionNo].Form, indicators[(row.AgencyId, row.FollowUpNo)])));
        return unsubmitted.Concat(checklists).OrderBy(extra => extra.Key).ToList();
    }

    private bool Counts(int agency, int deliveryNo) => denseDelivery.ContainsKey((agency, deliveryNo));

    private Extra Place(PlacedRow row, int form, byte[]? sheet) =>
        new(row.AgencyId, denseDelivery[(row.AgencyId, row.DeliveryNo)], row.ParticipantNo, row.WaveOrdinal, form, sheet);

    private static byte[] Pack(Form form, IEnumerable<JudgedRow> indicators)
    {
        var values = indicators.ToDictionary(row => row.ItemNo, row => row.Value);
        return ScoreSheet.Pack(form.Items.Select((item, i) => ItemScoring.Score(item, values.GetValueOrDefault(i + 1))).ToList());
    }

    private void Merge(StudyScoresBuilder builder, Dictionary<int, int> indexOf, IReadOnlyList<Extra> extras)
    {
        var next = 0;
        queries.StreamSheets((agency, deliveryNo, participant, wave, formVersionNo, packed) =>
        {
            if (!Counts(agency, deliveryNo))
            {
                return;
            }

            var key = (agency, denseDelivery[(agency, deliveryNo)], participant, wave, indexOf[formVersionNo]);
            for (; next < extras.Count && extras[next].Key.CompareTo(key) < 0; next++)
            {
                Add(builder, extras[next]);
            }

            builder.Add(key.agency, key.Item2, key.participant, key.wave, key.Item5, Rescored?.Invoke(new SheetKey(agency, deliveryNo, participant, wave, formVersionNo)) ?? packed);
        });
        for (; next < extras.Count; next++)
        {
            Add(builder, extras[next]);
        }
    }

    private static void Add(StudyScoresBuilder builder, Extra extra)
    {
        if (extra.Sheet is null)
        {
            builder.AddUnsubmitted(extra.Agency, extra.Delivery, extra.Participant, extra.Wave, extra.Form);
        }
        else
        {
            builder.Add(extra.Agency, extra.Delivery, extra.Participant, extra.Wave, extra.Form, extra.Sheet);
        }
    }
}
