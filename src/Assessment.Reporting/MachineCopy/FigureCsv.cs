using Assessment.Reporting.Charts;

namespace Assessment.Reporting.MachineCopy;

/// <summary>The values a chart draws, as CSV.</summary>
internal static class FigureCsv
{
    public static string Of(Chart chart)
    {
        var csv = new CsvText();
        switch (chart)
        {
            case DumbbellChart dumbbell:
                csv.Line("Label", dumbbell.FromLabel, dumbbell.ToLabel, $"{dumbbell.FromLabel} (unrounded)", $"{dumbbell.ToLabel} (unrounded)");
                foreach (var row in dumbbell.Rows) csv.Line(row.Label, row.FromText, row.ToText, CsvText.Number(row.From), CsvText.Number(row.To));
                return csv.ToString();
            default:
                throw new ArgumentException($"{chart.GetType().Name} has no CSV.", nameof(chart));
        }
    }
}
