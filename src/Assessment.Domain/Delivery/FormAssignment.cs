using Assessment.Domain.Instruments;

namespace Assessment.Domain.Delivery;

/// <summary>
/// Which parallel form a participant takes at a wave. Forms turn with each wave, so nobody takes the same form twice running
/// and a harder form cannot pass for gain.
/// </summary>
public static class FormAssignment
{
    /// <summary>Forms alternate along the roster: (position + wave ordinal) mod forms.</summary>
    /// <param name="position">Place on the roster of the delivery, from 0.</param>
    /// <param name="wave">The wave.</param>
    /// <param name="forms">How many parallel forms the administration has, at least 1.</param>
    public static int Alternating(int position, Wave wave, int forms)
    {
        Check(position, wave, forms);
        return (position + wave.Ordinal) % forms;
    }

    /// <summary>
    /// Forms are spiralled at random: each block of as many neighbours as there are forms takes every form once, in an order
    /// drawn for the block with a <see cref="SplitMix64"/> of its own, and turns with the wave. The groups of a form are then random groups, which equating needs.
    /// </summary>
    /// <param name="seed">Stored seed, the same at every wave of the delivery and instrument.</param>
    /// <param name="position">Place on the roster of the delivery, from 0.</param>
    /// <param name="wave">The wave.</param>
    /// <param name="forms">How many parallel forms the administration has, at least 1.</param>
    public static int Random(long seed, int position, Wave wave, int forms)
    {
        Check(position, wave, forms);
        var block = new SplitMix64(new SplitMix64(unchecked((ulong)seed) ^ (ulong)(position / forms)).Next());
        return (block.Shuffle(Enumerable.Range(0, forms))[position % forms] + wave.Ordinal) % forms;
    }

    private static void Check(int position, Wave wave, int forms)
    {
        ArgumentNullException.ThrowIfNull(wave);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfLessThan(forms, 1);
    }
}
