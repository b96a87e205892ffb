using Assessment.Statistics;
using Assessment.Statistics.Rates;

namespace Assessment.Evaluation.Findings;

/// <summary>A count of people with its denominator.</summary>
/// <param name="Count">How many.</param>
/// <param name="N">Out of how many.</param>
/// <param name="Rate">Count ÷ N with Wilson interval, from 0 to 1; not estimable when N = 0.</param>
public sealed record Share(int Count, int N, Estimation Rate)
{
    internal static Share Of(int count, int n, double level) => new(count, n, Proportion.Of(count, n, level).Wilson);
}
