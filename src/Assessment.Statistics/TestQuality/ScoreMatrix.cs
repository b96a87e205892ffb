namespace Assessment.Statistics.TestQuality;

/// <summary>Item scores of people: one row a person, one column an item, complete.</summary>
public sealed class ScoreMatrix
{
    private readonly double[] values;

    /// <summary>A matrix over row-major values, which are not copied.</summary>
    /// <param name="persons">Rows ≥ 0.</param>
    /// <param name="items">Columns ≥ 1.</param>
    /// <param name="values">persons × items finite values, row after row.</param>
    /// <exception cref="ArgumentException">The length does not fit or a value is not finite.</exception>
    public ScoreMatrix(int persons, int items, double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegative(persons);
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        Require.SameLength(persons * items, values.Length);
        Require.Finite(values);
        (Persons, Items, this.values) = (persons, items, values);
    }

    /// <summary>Number of rows.</summary>
    public int Persons { get; }

    /// <summary>Number of columns.</summary>
    public int Items { get; }

    /// <summary>Score of a person on an item, both from 0.</summary>
    public double this[int person, int item] => values[(person * Items) + item];

    /// <summary>The scores of one person.</summary>
    /// <param name="person">From 0.</param>
    public ReadOnlySpan<double> Row(int person) => values.AsSpan(person * Items, Items);

    /// <summary>True when every score is 0 or 1.</summary>
    public bool IsDichotomous
    {
        get
        {
            foreach (var value in values)
            {
                if (value is not (0 or 1)) return false;
            }

            return true;
        }
    }

    internal double[] Column(int item)
    {
        var column = new double[Persons];
        for (var i = 0; i < Persons; i++) column[i] = this[i, item];
        return column;
    }

    internal double[] Totals()
    {
        var totals = new double[Persons];
        for (var i = 0; i < Persons; i++)
        {
            foreach (var score in Row(i)) totals[i] += score;
        }

        return totals;
    }
}
