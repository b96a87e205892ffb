using System.Globalization;
using System.Text.Json;
using Assessment.Domain.Delivery;
using Assessment.Evaluation.Findings;
using Assessment.Statistics;

namespace Assessment.Api.Features.Demo;

/// <summary>The short table that the demo prints, taken from the findings that the API answered.</summary>
internal static class DemoSummary
{
    public static void Print(TextWriter output, DemoOutcome outcome, string folder, string address, bool serves)
    {
        var findings = FindingsJson.Read(JsonSerializer.SerializeToUtf8Bytes(outcome.Findings));
        output.WriteLine();
        output.WriteLine($"{findings.Study}: {findings.Agencies} agencies, {findings.Deliveries} classes, {findings.Enrolled} people enrolled, {Whole(outcome.Answers)} answers saved.");
        output.WriteLine("Design class C, one group before and after: what changed, cause not shown. Intervals are clustered by class.");
        output.WriteLine();
        output.WriteLine($"{"",-34}{"pairs",6}{"pre",8}{"post",8}{"gain",8}  {"95% interval",-18}{"d",6}  95% interval");
        foreach (var instrument in findings.Instruments)
        {
            foreach (var gain in instrument.Gains.Where(IsPrinted))
            {
                output.WriteLine(Line(instrument, gain));
            }
        }

        output.WriteLine();
        foreach (var (ori, _) in outcome.Reports)
        {
            output.WriteLine($"Grant report:  {Path.Combine(folder, $"grant-report-{ori}.pdf")}  (machine copy in grant-report-{ori})");
        }

        output.WriteLine(outcome.Release is null
            ? $"No release: {outcome.ReleaseRefusal}"
            : $"Release:       {Path.Combine(folder, "release")}");
        if (serves)
        {
            output.WriteLine($"Serving:       {address}  (the API, endpoint by endpoint: {address}/api). Stop with Ctrl+C.");
            output.WriteLine();
            output.WriteLine("Keys of the demo's administrators, to look around with:");
            foreach (var (name, key) in outcome.AdminKeys)
            {
                output.WriteLine($"  {name,-42} {key}");
            }
        }
    }

    private static bool IsPrinted(GainFinding gain) =>
        gain.Group == PairGroup.All && gain.Earlier == Wave.Pre.Code && gain.Later == Wave.Post.Code && gain.Scale.Group != Evaluation.Scores.ScaleGroup.Objective;

    private static string Line(InstrumentFindings instrument, GainFinding gain)
    {
        var title = Clip($"{instrument.Instrument}: {gain.Scale.Title}");
        var means = $"{Number(gain.MeanEarlier, "0.00"),8}{Number(gain.MeanLater, "0.00"),8}";
        var change = $"{Value(gain.ClusteredGain, "0.00"),8}  {Limits(gain.ClusteredGain, "0.00"),-18}";
        var effect = $"{Value(gain.HedgesGav, "0.00"),6}  {Limits(gain.HedgesGav, "0.00")}";
        return $"{title,-34}{gain.NPairs,6}{means}{change}{effect}".TrimEnd();
    }

    private static string Clip(string text) => text.Length <= 33 ? text : text[..32] + "…";

    private static string Whole(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "–";

    private static string Value(Estimation estimation, string format) => estimation is Estimate estimate ? Number(estimate.Value, format) : "–";

    private static string Limits(Estimation estimation, string format) => estimation switch
    {
        Estimate { Interval: { } interval } => $"{Number(interval.Lower, format)} to {Number(interval.Upper, format)}",
        NotEstimable none => none.Reason,
        _ => "",
    };
}
