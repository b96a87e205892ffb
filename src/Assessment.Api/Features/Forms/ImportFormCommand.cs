using System.CommandLine;
using Assessment.Api.Hosting;
using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Interchange.Forms;

namespace Assessment.Api.Features.Forms;

/// <summary>The verb <c>import-form</c>: reads a form file and tells item by item what was taken; all or nothing for our own format.</summary>
internal static class ImportFormCommand
{
    private sealed record OptionLine(string Identifier, string Text, double Weight);

    private sealed record ItemLine(
        int Position, string Identifier, string Type, string Status, string Stem, IReadOnlyList<OptionLine> Options, object? Key,
        double MaxScore, bool Feedback, IReadOnlyList<string> Tags, IReadOnlyList<string> Reasons);

    public static Command Build()
    {
        var file = new Argument<string>("file") { Description = "The form file." };
        var format = new Option<string>("--format") { Description = "json, or auto.", DefaultValueFactory = _ => "auto" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell what would be taken; without a database nothing else is done." };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        var command = new Command("import-form", "Read a form file and tell item by item what is taken.") { file, format, dryRun, json };
        command.SetAction(parsed => Run(
            parsed.GetValue(file)!, parsed.GetValue(format)!, new VerbOutput(parsed.InvocationConfiguration, json: true)));
        return command;
    }

    private static int Run(string file, string format, VerbOutput output)
    {
        if (!File.Exists(file))
        {
            return output.Usage($"There is no file {file}.");
        }

        var read = format is "auto" or "json"
            ? FormJson.Read(File.ReadAllBytes(file))
            : Refusals.FormInvalid.Because($"The format {format} is not built in this version; json is.");
        if (read.IsRefused)
        {
            return output.Refused(read.Refusal!);
        }

        var items = read.Value.Items.Select((item, i) => Line(item, i + 1)).ToList();
        return output.Done(new { file, format = "json", items, counts = new { imported = items.Count, partial = 0, refused = 0 } }, "");
    }

    private static ItemLine Line(Item item, int position) => new(
        position,
        item.Identifier,
        item.Type,
        "imported",
        item.Stem,
        Options(item),
        item switch
        {
            SingleChoice single => single.Key,
            MultipleChoice multiple => multiple.Key,
            TrueFalse statement => statement.Key,
            _ => null,
        },
        item.MaxPoints.Value,
        item.Tags.Rationale is not null,
        [.. new[] { item.Tags.Topic, item.Tags.Objective }.OfType<string>(), FormWords.Of(item.Tags.Ability), .. item.Tags.Tactics],
        []);

    /// <summary>Points that choosing an option adds; a false choice takes as much as a hit gives.</summary>
    private static List<OptionLine> Options(Item item) => item switch
    {
        SingleChoice single => single.Options.Select(option => new OptionLine(
            option.Identifier, option.Text, option.Identifier == single.Key ? single.MaxPoints.Value : 0)).ToList(),
        MultipleChoice multiple => multiple.Options.Select(option => new OptionLine(
            option.Identifier, option.Text, (multiple.Key.Contains(option.Identifier) ? 1 : -1) * multiple.MaxPoints.Value / multiple.Key.Count)).ToList(),
        TrueFalse statement => [Truth("true", statement), Truth("false", statement)],
        Likert likert => likert.Labels.Select((label, i) => new OptionLine(
            $"{i + 1}", label, likert.Reversed ? likert.Steps - i : i + 1)).ToList(),
        _ => new[] { Indicator.Shown, Indicator.NotShown, Indicator.NoOpportunity }
            .Select(word => new OptionLine(word, word, word == Indicator.Shown ? 1 : 0)).ToList(),
    };

    private static OptionLine Truth(string word, TrueFalse item) => new(word, word, (word == "true") == item.Key ? item.MaxPoints.Value : 0);
}
