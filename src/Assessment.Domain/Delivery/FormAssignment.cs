namespace Assessment.Domain.Delivery;

/// <summary>
/// Which parallel form a participant takes at a wave. Forms alternate along the roster and turn with each wave, so half
/// of a class takes form A first and nobody takes the same form twice running: a harder form cannot pass for gain.
/// </summary>
public static class FormAssignment
{
    /// <summary>Index into the administration's forms: (position + wave ordinal) mod forms.</summary>
    /// <param name="position">Place on the roster of the delivery, from 0.</param>
    /// <param name="wave">The wave.</param>
    /// <param name="forms">How many parallel forms the administration has, at least 1.</param>
    public static int IndexFor(int position, Wave wave, int forms)
    {
        ArgumentNullException.ThrowIfNull(wave);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfLessThan(forms, 1);
        return (position + wave.Ordinal) % forms;
    }
}
