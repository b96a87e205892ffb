using Assessment.Domain;
using Assessment.Domain.Delivery;
using Assessment.Domain.Instruments;
using Assessment.Statistics.Streaming;

namespace Assessment.Evaluation.Scores;

/// <summary>
/// The scores of one instrument (and source) as columns: per row the form and the ticks earned per scale; per enrollment and
/// wave the row or what stands in its place.
/// </summary>
public sealed class InstrumentScores
{
    internal static readonly int Waves = Wave.All.Count;
    private const int NoScale = int.MinValue;

    private readonly Enrollments enrollments;
    private readonly int[] slots;
    private readonly List<int>[] earned;
    private readonly List<int> possible = [];
    private readonly List<short> formOfRow = [];
    private readonly LayoutSums[] layouts;
    private readonly int[] repeats = new int[Waves];

    internal InstrumentScores(IReadOnlyList<FormLayout> forms, Enrollments enrollments)
    {
        (Forms, Scales, this.enrollments) = (forms, Scale.Of(forms), enrollments);
        slots = new int[Waves * enrollments.Count];
        earned = [.. Scales.Select(_ => new List<int>())];
        layouts = [.. forms.Select(form => new LayoutSums(form, Scales))];
        ItemSums = [.. forms.Select(form => Enumerable.Range(0, Waves).Select(_ => new ItemSums(form.Items.Count)).ToArray())];
    }

    /// <summary>Form versions of this instrument and source.</summary>
    public IReadOnlyList<FormLayout> Forms { get; }

    /// <summary>Scales, the total first.</summary>
    public IReadOnlyList<Scale> Scales { get; }

    /// <summary>Number of scored attempts.</summary>
    public int Rows => formOfRow.Count;

    /// <summary>Largest score: 100 percent, or the steps of a Likert scale.</summary>
    public double Maximum => Kind == InstrumentKind.Scale ? Forms.Max(form => form.Items.Max(item => item.MaxTicks)) / (double)Points.TicksPerPoint : 100;

    /// <summary>Smallest score: 0 percent, or step 1.</summary>
    public double Minimum => Kind == InstrumentKind.Scale ? 1 : 0;

    internal InstrumentKind Kind => Forms[0].Kind;

    internal MissingItemRule Rule => MissingItemRules.Of(Kind);

    internal ItemSums[][] ItemSums { get; }

    internal int Repeats(int wave) => repeats[wave];

    /// <summary>Blank items among the scored attempts of a test, summed over all waves.</summary>
    internal long BlankItems { get; private set; }

    internal FormLayout FormOf(int row) => Forms[formOfRow[row]];

    internal int RowOf(int enrollment, int wave) => slots[(wave * enrollments.Count) + enrollment] - 1;

    internal WaveState StateOf(int enrollment, int wave)
    {
        if (Forms[0].Plane == Plane.Research && !enrollments.Consents(enrollment, wave)) return WaveState.NoConsent;
        var slot = slots[(wave * enrollments.Count) + enrollment];
        return slot > 0 ? WaveState.Scored : (WaveState)(-slot);
    }

    /// <summary>Percent of points (tests), percent shown of applicable (checklists) or mean item value (scales); NaN when the form lacks the scale.</summary>
    internal double Score(int row, int scale)
    {
        var ticks = earned[scale][row];
        if (ticks == NoScale) return double.NaN;
        var of = Rule == MissingItemRule.ApplicableOnly ? possible[row] : layouts[formOfRow[row]].Possible[scale];
        return (Kind == InstrumentKind.Scale ? 1.0 : 100.0) * ticks / of;
    }

    /// <summary>Score units in one tick of the total, to turn a standard error of measurement into the units of the score.</summary>
    internal double ScorePerTick(int form) => (Kind == InstrumentKind.Scale ? 1.0 : 100.0) / layouts[form].Possible[0];

    /// <summary>Whether the row reached the form's pass mark; null without one.</summary>
    internal bool? Passed(int row) => FormOf(row).PassMarkTicks is { } mark ? earned[0][row] >= mark : null;

    internal void Take(int enrollment, int wave, int form, ReadOnlySpan<int> ticks)
    {
        if (StateOf(enrollment, wave) == WaveState.NoConsent || Occupied(enrollment, wave)) return;
        var answered = Answered(ticks);
        var state = Judge(answered, ticks.Length);
        ref var slot = ref slots[(wave * enrollments.Count) + enrollment];
        if (state != WaveState.Scored)
        {
            slot = -(int)state;
            return;
        }

        AddRow(form, ticks);
        slot = Rows;
        if (Rule == MissingItemRule.ApplicableOnly) return;
        BlankItems += ticks.Length - answered;
        ItemSums[form][wave].Add(layouts[form].Filled);
    }

    internal void TakeUnsubmitted(int enrollment, int wave)
    {
        if (StateOf(enrollment, wave) != WaveState.NoConsent && !Occupied(enrollment, wave)) slots[(wave * enrollments.Count) + enrollment] = -(int)WaveState.Unsubmitted;
    }

    // The first attempt of a wave counts; later ones of the same person are only counted.
    private bool Occupied(int enrollment, int wave)
    {
        if (slots[(wave * enrollments.Count) + enrollment] == 0) return false;
        repeats[wave]++;
        return true;
    }

    private static int Answered(ReadOnlySpan<int> ticks)
    {
        var answered = 0;
        foreach (var tick in ticks) answered += tick == Domain.Scoring.ScoreSheet.NotScored ? 0 : 1;
        return answered;
    }

    private WaveState Judge(int answered, int items) =>
        answered == 0 ? WaveState.NoAnswers
        : Rule == MissingItemRule.CompleteOnly && answered < items ? WaveState.Incomplete
        : WaveState.Scored;

    private void AddRow(int form, ReadOnlySpan<int> ticks)
    {
        var layout = layouts[form];
        layout.Sum(ticks);
        for (var scale = 0; scale < earned.Length; scale++) earned[scale].Add(layout.Possible[scale] == 0 ? NoScale : layout.Earned[scale]);
        if (Rule == MissingItemRule.ApplicableOnly) possible.Add(layout.Applicable);
        formOfRow.Add((short)form);
    }
}
