namespace Assessment.Statistics;

/// <summary>Checks of arguments: wrong shape is a programming error and throws.</summary>
internal static class Require
{
    public static void Level(double level)
    {
        if (!(level > 0 && level < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies between 0 and 1.");
    }

    public static void Finite(ReadOnlySpan<double> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i])) throw new ArgumentException($"Value {i + 1} is not a finite number.");
        }
    }

    public static void SameLength(int first, int second)
    {
        if (first != second) throw new ArgumentException($"{first} values meet {second}: the lengths must be equal.");
    }
}
