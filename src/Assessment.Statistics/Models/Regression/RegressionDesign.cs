namespace Assessment.Statistics.Models.Regression;

/// <summary>
/// What a regression is fitted to: η = offset + β₀ + terms. Factors stay codes, so that a panel of hundreds of agencies is not written out as
/// a matrix.
/// </summary>
public sealed class RegressionDesign
{
    private readonly int[] first;

    /// <summary>A design with an intercept.</summary>
    /// <param name="response">Response, one number a row.</param>
    /// <param name="terms">Terms in the order of their coefficients.</param>
    /// <param name="offset">Added to η, such as the log of the exposure; 0 when null.</param>
    /// <param name="column">Column of the response, for messages.</param>
    /// <exception cref="ArgumentException">Lengths differ or values are not finite.</exception>
    public RegressionDesign(double[] response, IReadOnlyList<RegressionTerm> terms, double[]? offset = null, string column = "response")
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(terms);
        Offset = offset ?? new double[response.Length];
        Require.SameLength(response.Length, Offset.Length);
        Require.Finite(response);
        Require.Finite(Offset);
        foreach (var term in terms) Require.SameLength(response.Length, term.IsFactor ? term.Codes.Length : term.Numbers.Length);
        (Response, Terms, Column) = (response, terms, column);
        Names = ["(Intercept)", .. terms.SelectMany(term => term.Names)];
        first = new int[terms.Count];
        for (int t = 0, at = 1; t < first.Length; at += terms[t++].Width) first[t] = at;
    }

    /// <summary>Response.</summary>
    public double[] Response { get; }

    /// <summary>Offset.</summary>
    public double[] Offset { get; }

    /// <summary>Terms beside the intercept.</summary>
    public IReadOnlyList<RegressionTerm> Terms { get; }

    /// <summary>Names of the coefficients, the intercept first.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Column of the response.</summary>
    public string Column { get; }

    internal int Rows => Response.Length;

    internal int Width => Names.Count;

    /// <summary>
    /// Counts of units in periods, <c>count ~ trained + factor(unit) + factor(period)</c> with the log of the exposure as offset.
    /// </summary>
    /// <param name="counts">Events, one a unit and period.</param>
    /// <param name="trained">1 from the period of the training on, else 0.</param>
    /// <param name="units">For every row its unit.</param>
    /// <param name="periods">For every row its period.</param>
    /// <param name="exposure">Above 0, such as calls for service; 1 when null.</param>
    public static RegressionDesign Panel(double[] counts, double[] trained, int[] units, int[] periods, double[]? exposure = null)
    {
        // One unit or period alone has no effect of its own.
        static IEnumerable<RegressionTerm> Factor(string name, int[] keys)
        {
            int[] levels = [.. keys.Distinct().Order()];
            if (levels.Length > 1) yield return RegressionTerm.Factor(name, [.. levels.Select(level => $"{level}")], [.. keys.Select(key => Array.BinarySearch(levels, key))]);
        }

        return new(counts, [RegressionTerm.Number("trained", trained), .. Factor("unit", units), .. Factor("period", periods)], exposure is null ? null : Array.ConvertAll(exposure, Math.Log));
    }

    /// <summary>Position of a term's first coefficient.</summary>
    internal int First(int term) => first[term];

    /// <summary>Term of a coefficient; null for the intercept.</summary>
    internal RegressionTerm? TermOf(int position) => position == 0 ? null : Terms[Array.FindLastIndex(first, at => at <= position)];

    /// <summary>Position of a coefficient; −1 when there is none of the name.</summary>
    internal int PositionOf(string name) => Enumerable.Range(0, Width).FirstOrDefault(at => Names[at] == name, -1);

    /// <summary>The contrast that picks one coefficient.</summary>
    internal double[] Unit(int position)
    {
        var unit = new double[Width];
        unit[position] = 1;
        return unit;
    }

    /// <summary>Xb, without the offset.</summary>
    internal double[] Times(double[] b)
    {
        var product = new double[Rows];
        Array.Fill(product, b[0]);
        for (var t = 0; t < first.Length; t++)
        {
            var (term, at) = (Terms[t], first[t]);
            if (term.IsFactor)
            {
                var codes = term.Codes;
                for (var i = 0; i < product.Length; i++) product[i] += codes[i] == 0 ? 0 : b[at + codes[i] - 1];
            }
            else
            {
                for (var i = 0; i < product.Length; i++) product[i] += b[at] * term.Numbers[i];
            }
        }

        return product;
    }

    /// <summary>X'v.</summary>
    internal double[] TransposeTimes(double[] v)
    {
        var product = new double[Width];
        for (var i = 0; i < v.Length; i++)
        {
            product[0] += v[i];
            for (var t = 0; t < first.Length; t++)
            {
                var term = Terms[t];
                if (!term.IsFactor) product[first[t]] += v[i] * term.Numbers[i];
                else if (term.Codes[i] > 0) product[first[t] + term.Codes[i] - 1] += v[i];
            }
        }

        return product;
    }

    /// <summary>X written out, each row times a factor.</summary>
    internal double[][] Expand(double[] factors)
    {
        var rows = new double[Rows][];
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i] = new double[Width];
            row[0] = factors[i];
            for (var t = 0; t < first.Length; t++)
            {
                var term = Terms[t];
                if (!term.IsFactor) row[first[t]] = factors[i] * term.Numbers[i];
                else if (term.Codes[i] > 0) row[first[t] + term.Codes[i] - 1] = factors[i];
            }
        }

        return rows;
    }
}
