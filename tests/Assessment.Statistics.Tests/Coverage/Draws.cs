using Assessment.Statistics.Resampling;

namespace Assessment.Statistics.Tests.Coverage;

/// <summary>Random numbers of one point of a grid: SplitMix64 (docs/methods/bootstrap.md), normals by inversion of 31-bit uniforms.</summary>
internal sealed class Draws(ulong seed, ulong stream)
{
    private SplitMix64 generator = new(seed, stream);

    public double Uniform() => (generator.Below(int.MaxValue).First + 0.5) / int.MaxValue;

    public double Normal() => Statistics.Distributions.Normal.Quantile(Uniform());

    public double[] Normals(int n, double mean, double sd)
    {
        var values = new double[n];
        for (var i = 0; i < n; i++) values[i] = mean + (sd * Normal());
        return values;
    }

    /// <summary>A Poisson count: how many waiting times of mean 1 fit into the mean.</summary>
    public int Poisson(double mean)
    {
        var count = 0;
        for (var time = -Math.Log(Uniform()); time < mean; time -= Math.Log(Uniform())) count++;
        return count;
    }

    /// <summary>A standard normal that correlates with another one.</summary>
    public double Beside(double other, double rho) => (rho * other) + (Math.Sqrt(1 - (rho * rho)) * Normal());

    /// <summary>Pairs of correlated normals.</summary>
    public (double[] Pre, double[] Post) Pairs(int n, (double Mean, double Sd) pre, (double Mean, double Sd) post, double rho)
    {
        double[] before = new double[n], after = new double[n];
        for (var i = 0; i < n; i++)
        {
            var z = Normal();
            before[i] = pre.Mean + (pre.Sd * z);
            after[i] = post.Mean + (post.Sd * Beside(z, rho));
        }

        return (before, after);
    }
}
