using Assessment.Domain.Instruments;

namespace Assessment.Domain.Delivery;

/// <summary>
/// Which parallel form a participant takes. Forms turn with each administration of the instrument to a class, whatever the wave, so
/// nobody takes the same form twice running and a harder form cannot pass for gain.
/// </summary>
public static class FormAssignment
{
    /// <summary>Forms alternate along the roster: (position + turn) mod forms.</summary>
    /// <param name="position">Place on the roster of the delivery, from 0.</param>
    /// <param name="turn">How many administrations of the instrument the class had before, from 0.</param>
    /// <param name="forms">How many parallel forms the administration has, at least 1.</param>
    public static int Alternating(int position, int turn, int forms)
    {
        Check(position, turn, forms);
        return (position + turn) % forms;
    }

    /// <summary>
    /// Forms are spiralled at random: each block of as many neighbours as there are forms takes every form once, in an order
    /// drawn for the block with a <see cref="SplitMix64"/> of its own, and turns like the plain rule. The groups of a form are then random groups, which equating needs.
    /// </summary>
    /// <param name="seed">Stored seed, the same at every administration of the instrument to the delivery.</param>
    /// <param name="position">Place on the roster of the delivery, from 0.</param>
    /// <param name="turn">How many administrations of the instrument the class had before, from 0.</param>
    /// <param name="forms">How many parallel forms the administration has, at least 1.</param>
    public static int Random(long seed, int position, int turn, int forms)
    {
        Check(position, turn, forms);
        var block = new SplitMix64(new SplitMix64(unchecked((ulong)seed) ^ (ulong)(position / forms)).Next());
        return (block.Shuffle(Enumerable.Range(0, forms))[position % forms] + turn) % forms;
    }

    private static void Check(int position, int turn, int forms)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfNegative(turn);
        ArgumentOutOfRangeException.ThrowIfLessThan(forms, 1);
    }
}
