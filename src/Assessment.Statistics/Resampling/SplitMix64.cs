namespace Assessment.Statistics.Resampling;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014): a counter through a 64-bit mixer, one stream per (seed, stream).</summary>
internal struct SplitMix64(ulong seed, ulong stream)
{
    private ulong state = Mix(seed) ^ Mix(~stream);

    /// <summary>
    /// Two numbers from 0 to <paramref name="bound"/> − 1, from the high and the low half of the next 64 bits (Lemire 2019 without rejection:
    /// bias below 2⁻³²·bound).
    /// </summary>
    public (int First, int Second) Below(int bound)
    {
        state += 0x9E3779B97F4A7C15;
        var bits = Mix(state);
        return ((int)(((bits >> 32) * (ulong)bound) >> 32), (int)(((bits & uint.MaxValue) * (ulong)bound) >> 32));
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
