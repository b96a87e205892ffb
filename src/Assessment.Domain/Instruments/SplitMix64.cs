namespace Assessment.Domain.Instruments;

/// <summary>
/// The generator SplitMix64 of Steele, Lea and Flood (2014), "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014, with
/// Stafford's variant 13 of the mixing function, as in java.util.SplittableRandom. Written out because an order that was shown must be found again from its seed
/// in every later version of the program. Not for secrets.
/// </summary>
/// <param name="seed">Where to begin; every value is as good as another.</param>
public sealed class SplitMix64(ulong seed)
{
    private ulong state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>Uniform on 0 … bound − 1: values from the incomplete last run of <paramref name="bound"/> are drawn again.</summary>
    /// <param name="bound">At least 1.</param>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var range = (ulong)bound;
        var incomplete = unchecked(0 - range) % range;
        ulong drawn;
        do
        {
            drawn = Next();
        }
        while (drawn > ulong.MaxValue - incomplete);
        return (int)(drawn % range);
    }

    /// <summary>The values in random order, each order equally likely (Fisher and Yates, from the last place down).</summary>
    public List<T> Shuffle<T>(IEnumerable<T> values)
    {
        var shuffled = values.ToList();
        for (var last = shuffled.Count - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (shuffled[last], shuffled[other]) = (shuffled[other], shuffled[last]);
        }

        return shuffled;
    }
}
