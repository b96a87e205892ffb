using System.Globalization;
using Assessment.Reporting.Document;
using Assessment.Statistics;

namespace Assessment.Reporting.Reports;

/// <summary>
/// How numbers are worded: one decimal for percent, two for effect sizes, thousands separators, "1.2 to 3.4" between limits.
/// Zero, not applicable, missing, not estimable and suppressed are five different words and no cell is blank.
/// </summary>
internal static class Words
{
    public const string Suppressed = "suppressed", NotApplicable = "N/A", Missing = "missing";

    public static readonly Cell SuppressedCell = new(Suppressed), NotApplicableCell = new(NotApplicable), MissingCell = new(Missing);

    public static string Fixed(double value, int decimals)
    {
        var text = value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.Any(c => c is >= '1' and <= '9') ? text.Replace('-', '−') : text.TrimStart('-');
    }

    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>As many decimals as it has, at most two.</summary>
    public static string Plain(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    public static string Date(DateOnly date) => date.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    public static string Money(decimal amount) => "$" + amount.ToString("N0", CultureInfo.InvariantCulture);

    public static string Percent(double share) => Fixed(100 * share, 1);

    public static Cell Of(double? value, int decimals) => value is { } number ? new(Fixed(number, decimals), number) : NotApplicableCell;

    public static Cell CountCell(int count) => new(Count(count), count);

    public static Cell MoneyCell(decimal? amount) => amount is { } value ? new(Money(value), (double)value) : MissingCell;

    /// <summary>The value, or why there is none.</summary>
    public static Cell Value(Estimation? estimation, int decimals, double scale = 1) => estimation switch
    {
        Estimate estimate => new(Fixed(scale * estimate.Value, decimals), scale * estimate.Value),
        NotEstimable none => new($"not estimable: {none.Reason}"),
        _ => NotApplicableCell,
    };

    /// <summary>"1.2 to 3.4", or why there is no interval.</summary>
    public static Cell Limits(Estimation? estimation, int decimals, double scale = 1) => estimation switch
    {
        Estimate { Interval: { } interval } => new($"{Fixed(scale * interval.Lower, decimals)} to {Fixed(scale * interval.Upper, decimals)}", scale * interval.Lower) { Upper = scale * interval.Upper },
        Estimate => new("no interval"),
        NotEstimable none => new($"not estimable: {none.Reason}"),
        _ => NotApplicableCell,
    };

    /// <summary>"0.85 (0.61 to 1.08)" for tables that give one column to both.</summary>
    public static Cell WithLimits(Estimation? estimation, int decimals) => estimation is Estimate { Interval: not null }
        ? Value(estimation, decimals) with { Text = $"{Value(estimation, decimals).Text} ({Limits(estimation, decimals).Text})" }
        : Value(estimation, decimals);

    /// <summary>" (95% CI 1.2 to 3.4)", or nothing without an interval.</summary>
    public static string Parenthesis(Estimation estimation, int decimals, double scale = 1) => estimation is Estimate { Interval: { } interval }
        ? $" ({Level(interval.Level)} {Limits(estimation, decimals, scale).Text})"
        : "";

    public static string Level(double level) => $"{(100 * level).ToString("0.#", CultureInfo.InvariantCulture)}% CI";
}
