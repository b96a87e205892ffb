using System.CommandLine;
using Assessment.Api.Hosting;
using Assessment.Domain;
using Assessment.Interchange.Forms;

namespace Assessment.Api.Features.Forms;

/// <summary>The verb <c>import-form</c>: reads a form file and tells item by item what was taken; all or nothing for our own format.</summary>
internal static class ImportFormCommand
{
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

        var items = read.Value.Items.Select((item, i) => ImportedItem.Of(item, i + 1)).ToList();
        return output.Done(new { file, format = "json", items, counts = new { imported = items.Count, partial = 0, refused = 0 } }, "");
    }
}
