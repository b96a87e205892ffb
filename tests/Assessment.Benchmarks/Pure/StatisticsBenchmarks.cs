using Assessment.Api.Features.Samples;
using Assessment.Statistics.Distributions;
using Assessment.Statistics.Gains;
using Assessment.Statistics.TestQuality;
using BenchmarkDotNet.Attributes;

namespace Assessment.Benchmarks.Pure;

/// <summary>Estimators on data of a seed.</summary>
[MemoryDiagnoser]
public class StatisticsBenchmarks
{
    private const int Pairs = 5_000, Persons = 20_000, Items = 60;
    private readonly double[] pre = new double[Pairs], post = new double[Pairs];
    private ScoreMatrix matrix = null!;

    [GlobalSetup]
    public void Draw()
    {
        var random = new Pcg32(20261125, 1);
        for (var i = 0; i < Pairs; i++)
        {
            pre[i] = random.Normal(60, 12);
            post[i] = pre[i] + random.Normal(8, 10);
        }

        var scores = new double[Persons * Items];
        for (var person = 0; person < Persons; person++)
        {
            var ability = random.Normal(0, 1);
            for (var item = 0; item < Items; item++)
            {
                scores[(person * Items) + item] = random.Chance(1 / (1 + Math.Exp((item % 7 * 0.4) - 1.2 - ability))) ? 1 : 0;
            }
        }

        matrix = new ScoreMatrix(Persons, Items, scores);
    }

    [Benchmark(Description = "PairedEffectSizes, n = 5,000, all with intervals")]
    public PairedEffectSizes EffectSizes() => PairedEffectSizes.Of(pre, post);

    [Benchmark(Description = "Noncentral t interval, t = 8, 119 df")]
    public (double, double) NoncentralInterval() => NoncentralT.NoncentralityInterval(8, 119, 0.95);

    [Benchmark(Description = "ItemAnalysis, 20,000 x 60")]
    public ItemAnalysis Analysis() => ItemAnalysis.Of(matrix);
}
