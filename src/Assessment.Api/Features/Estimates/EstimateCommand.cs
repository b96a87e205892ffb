using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assessment.Api.Features.Estimates.Speed;
using Assessment.Statistics;

namespace Assessment.Api.Features.Estimates;

/// <summary>
/// The verb <c>estimate</c>: the catalogue of estimators, one estimator on a CSV file, a folder of reference cases, or how long it takes.
/// </summary>
internal static class EstimateCommand
{
    private const int Done = 0;
    private const int WrongUsage = 2;

    public static Command Build()
    {
        var method = new Argument<string?>("method") { Description = "Method to run, such as gain.paired_t.", Arity = ArgumentArity.ZeroOrOne };
        var list = new Option<bool>("--list") { Description = "Print the catalogue of estimators." };
        var cases = new Option<DirectoryInfo?>("--cases") { Description = "Run every case file (*.json) of this folder; data are looked up in its sibling folder data." };
        var output = new Option<FileInfo?>("--out") { Description = "Write the lines of --cases to this file instead of standard output." };
        var data = new Option<FileInfo?>("--data") { Description = "CSV file for the method." };
        var arguments = new Option<string>("--args") { Description = "Arguments of the method as a JSON object.", DefaultValueFactory = _ => "{}" };
        var speed = new Option<DirectoryInfo?>("--speed")
        {
            Description = "Time the tasks whose files are in this folder, from parsed data: gain-analysis.csv (person, cluster, pre, post, followup; "
                + "missing allowed), bootstrap.csv (pre, post), item-analysis.csv (items 0/1), dif.csv (items 0/1, group reference or focal), "
                + "mixed-model.csv (score, wave, grouping columns), rasch.csv (items 0/1). "
                + "--args: max and cut of the scores (100, 70), replicates (2000).",
        };
        var repeat = new Option<int>("--repeat") { Description = "Measured runs of each task of --speed, after a warm-up of half a second.", DefaultValueFactory = _ => 5 };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var command = new Command("estimate", "Estimate from your own data, or list what can be estimated.") { method, list, cases, output, data, arguments, speed, repeat, json };
        command.SetAction(parsed => (parsed.GetValue(list), parsed.GetValue(cases), parsed.GetValue(speed), parsed.GetValue(method)) switch
        {
            (true, null, null, null) => List(Console.Out, parsed.GetValue(json)),
            (false, { } folder, null, null) => CaseFolder.Run(folder, parsed.GetValue(output)),
            (false, null, { } folder, null) => SpeedRun.Run(folder, parsed.GetValue(repeat), parsed.GetValue(arguments)!, parsed.GetValue(json)),
            (false, null, null, { } name) => SingleEstimate.Run(name, parsed.GetValue(data), parsed.GetValue(arguments)!, parsed.GetValue(json)),
            _ => Fail("Give a METHOD, or --cases DIR, or --speed DIR, or --list."),
        });
        return command;
    }

    internal static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return WrongUsage;
    }

    internal static string Text(JsonNode document) => document.ToJsonString(Indented);

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static int List(TextWriter output, bool json)
    {
        if (json) output.WriteLine(JsonSerializer.Serialize(new { estimators = EstimatorCatalog.All, methods = Statistics.Cases.CaseRunner.Methods }, Indented));
        else foreach (var estimator in EstimatorCatalog.All) output.WriteLine($"{estimator.Id,-24}{estimator.Label,-40}{estimator.Page}");
        return Done;
    }
}
