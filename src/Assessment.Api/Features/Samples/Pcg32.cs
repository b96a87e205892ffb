namespace Assessment.Api.Features.Samples;

/// <summary>
/// The generator PCG-XSH-RR 64/32 of O'Neill (2014), "PCG: A Family of Simple Fast Space-Efficient Statistically Good
/// Algorithms for Random Number Generation", HMC-CS-2014-0905, section 6.3. Written out here because
/// <see cref="System.Random"/> may change its sequence between versions of .NET, and the sample study must not.
/// Not for secrets.
/// </summary>
internal sealed class Pcg32
{
    private const ulong Multiplier = 6364136223846793005;
    private readonly ulong increment;
    private ulong state;

    /// <summary>Starts one of 2^63 independent sequences at a seed, as pcg32_srandom does.</summary>
    /// <param name="seed">Where in the sequence to begin.</param>
    /// <param name="stream">Which sequence; one per subject, so that a draw more in one leaves the others alone.</param>
    public Pcg32(ulong seed, ulong stream)
    {
        increment = (stream << 1) | 1;
        Next();
        state += seed;
        Next();
    }

    /// <summary>The next 32 bits.</summary>
    public uint Next()
    {
        var old = state;
        state = unchecked((old * Multiplier) + increment);
        var shifted = (uint)(((old >> 18) ^ old) >> 27);
        return uint.RotateRight(shifted, (int)(old >> 59));
    }

    /// <summary>Uniform on [0, 1) with 53 bits, from two draws.</summary>
    public double Uniform() => (((ulong)(Next() >> 5) << 26) | (Next() >> 6)) / 9007199254740992.0;

    /// <summary>True with this probability.</summary>
    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>Uniform on 0 … bound − 1.</summary>
    public int Below(int bound) => (int)(Uniform() * bound);

    /// <summary>Normal by Box and Muller (1958); the second value of the pair is not kept.</summary>
    public double Normal(double mean, double standardDeviation)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - Uniform()));
        return mean + (standardDeviation * radius * Math.Cos(2 * Math.PI * Uniform()));
    }

    /// <summary>Poisson by multiplying uniforms (Knuth, TAOCP vol. 2, 3.4.1); meant for means below some hundreds.</summary>
    public int Poisson(double mean)
    {
        var limit = Math.Exp(-mean);
        var product = Uniform();
        var count = 0;
        for (; product > limit; count++)
            product *= Uniform();
        return count;
    }

    /// <summary>One of the values; weights need not sum to one.</summary>
    public T Pick<T>(IReadOnlyList<Weighted<T>> values)
    {
        var point = Uniform() * values.Sum(value => value.Weight);
        foreach (var (value, weight) in values)
        {
            point -= weight;
            if (point < 0)
                return value;
        }

        return values[^1].Value;
    }

    /// <summary>Puts the values in random order (Fisher and Yates).</summary>
    public void Shuffle<T>(IList<T> values)
    {
        for (var last = values.Count - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (values[last], values[other]) = (values[other], values[last]);
        }
    }
}

/// <summary>A value and how often it is drawn relative to its neighbors.</summary>
internal readonly record struct Weighted<T>(T Value, double Weight);
