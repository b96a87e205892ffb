using Assessment.Domain.Instruments;
using Assessment.Evaluation.Findings;
using Assessment.Evaluation.Scores;
using Assessment.Statistics.Gains;
using Assessment.Statistics.Streaming;

namespace Assessment.Evaluation.Gains;

/// <summary>Gain findings of an instrument: every scale for everybody; form orders and kinds of participants for pre to post.</summary>
internal sealed class ScaleGains(StudyScores study, InstrumentScores instrument, double level)
{
    /// <summary>Below this many pairs threads cost more than they give.</summary>
    private const int ParallelFrom = 20_000;

    public IReadOnlyList<GainFinding> Of(IReadOnlyList<Comparison> comparisons)
    {
        var jobs = comparisons.SelectMany(Jobs).ToArray();
        var findings = new GainFinding[jobs.Length];
        var threads = comparisons.Any(comparison => comparison.Pairs.Count >= ParallelFrom) ? -1 : 1;
        Parallel.For(0, jobs.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, job => findings[job] = Find(jobs[job]));
        return findings;
    }

    private IEnumerable<Job> Jobs(Comparison comparison)
    {
        var orders = comparison.Orders();
        var caveats = Caveats.OfForms(orders);
        int[] all = [.. Enumerable.Range(0, comparison.Pairs.Count)];
        var groups = comparison.IsMain ? [.. orders.Count > 1 ? orders : [], .. comparison.Kinds()] : Array.Empty<(PairGroup Group, int[] Places)>();
        for (var scale = 0; scale < instrument.Scales.Count; scale++)
        {
            yield return new(comparison, scale, PairGroup.All, all, caveats);
            if (instrument.Scales[scale].Group == ScaleGroup.Objective) continue;
            foreach (var (group, places) in groups)
            {
                var isOrder = orders.Any(order => order.Group == group);
                yield return new(comparison, scale, group, places, isOrder ? [Caveats.OneOrder] : caveats);
            }
        }
    }

    private GainFinding Find(Job job)
    {
        using var scores = PairedScores.Of(study, job.Comparison, job.Scale, job.Places);
        var moments = PairedMoments.Of(scores.Earlier, scores.Later);
        var paired = PairedGain.Of(moments, level);
        var sizes = PairedEffectSizes.Of(moments, level);
        var clustered = ClusteredMean.Of(scores.Gains, scores.Classes, level);
        var coverage = job.Comparison.Coverage(job.Group, scores.Count);
        var isTest = instrument.Kind == InstrumentKind.KnowledgeTest;
        var finding = new GainFinding
        {
            Question = Question(job.Comparison),
            Design = DesignClass.C,
            Verdict = DataVerdict.ByShare(coverage.Pairs, coverage.Enrolled, "describing the change among all enrolled people"),
            Scale = instrument.Scales[job.Scale],
            Earlier = job.Comparison.Earlier.Code,
            Later = job.Comparison.Later.Code,
            Group = job.Group,
            NPairs = scores.Count,
            Classes = clustered.Clusters,
            MeanEarlier = paired.MeanPre,
            MeanLater = paired.MeanPost,
            SdEarlier = paired.SdPre,
            SdLater = paired.SdPost,
            SdGain = paired.SdGain,
            Correlation = paired.R,
            Gain = paired.Gain,
            ClusteredGain = clustered.Mean,
            Icc = clustered.Icc,
            DesignEffect = clustered.DesignEffect,
            HedgesGav = sizes.HedgesGav,
            CohensDav = sizes.CohensDav,
            CohensDz = sizes.CohensDz,
            HakeClassGain = isTest ? HakeGain.ClassGainOf(moments, instrument.Maximum, level) : null,
            CeilingEarlier = At(instrument.Maximum, scores.Earlier),
            CeilingLater = At(instrument.Maximum, scores.Later),
            FloorEarlier = At(instrument.Minimum, scores.Earlier),
            FloorLater = At(instrument.Minimum, scores.Later),
        };
        return finding with { Caveats = [.. job.FormCaveats, .. Caveats.Of(finding, ItemsOf(job.Scale))] };
    }

    private string Question(Comparison comparison)
    {
        var what = instrument.Kind == InstrumentKind.KnowledgeTest ? "the test score" : "the mean answer";
        return $"By how much did {what} of the same people change from {Words(comparison.Earlier.Title)} to {Words(comparison.Later.Title)}?";
    }

    private static string Words(string title) => char.ToLowerInvariant(title[0]) + title[1..];

    private int ItemsOf(int scale) => instrument.Forms.Min(form => form.Items.Count(instrument.Scales[scale].Holds));

    private Share At(double bound, ReadOnlySpan<double> scores) => Share.Of(scores.Count(bound), scores.Length, level);

    private sealed record Job(Comparison Comparison, int Scale, PairGroup Group, int[] Places, IReadOnlyList<string> FormCaveats);
}
