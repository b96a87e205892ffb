namespace Assessment.Domain;

/// <summary>
/// Random order from a stored seed: the same seed gives the same order on every machine and in every version. The generator is
/// SplitMix64 (Steele, Lea and Flood 2014, as in Java's SplittableRandom), the shuffle Fisher and Yates' from the last place
/// down, and a number below n is drawn without bias by rejection.
/// </summary>
public static class SeededOrder
{
    /// <summary>The places 0 … count − 1 in random order.</summary>
    /// <param name="seed">The stored seed.</param>
    /// <param name="stream">Which of many independent orders of the seed.</param>
    /// <param name="count">How many places; 0 gives an empty order.</param>
    public static int[] Permutation(long seed, long stream, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var order = Enumerable.Range(0, count).ToArray();
        var state = Mix(unchecked((ulong)seed) + Mix(unchecked((ulong)stream)));
        for (var last = count - 1; last > 0; last--)
        {
            var chosen = Below(ref state, (ulong)last + 1);
            (order[last], order[chosen]) = (order[chosen], order[last]);
        }

        return order;
    }

    private static int Below(ref ulong state, ulong bound)
    {
        var tooHigh = ulong.MaxValue - ulong.MaxValue % bound;
        ulong drawn;
        do
        {
            state = unchecked(state + 0x9E3779B97F4A7C15);
            drawn = Mix(state);
        }
        while (drawn >= tooHigh);

        return (int)(drawn % bound);
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
