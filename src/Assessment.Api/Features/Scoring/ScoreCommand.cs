using System.CommandLine;
using System.Text.Json;
using Assessment.Api.Hosting;
using Assessment.Domain;
using Assessment.Interchange.Forms;
using Assessment.Interchange.Qti;

namespace Assessment.Api.Features.Scoring;

/// <summary>The verb <c>score</c>: responses against a form file of our own or a QTI item, without a database (docs/qti-scoring.md).</summary>
internal static class ScoreCommand
{
    public static Command Build()
    {
        var form = new Argument<string>("formfile") { Description = "A form file (JSON) or a QTI 2.x or 3.0 item (XML)." };
        var responses = new Option<string>("--responses")
        {
            Description = "A JSON list of { \"name\": …, \"responses\": { item or variable: value } }.",
            Required = true,
        };
        var json = JsonOption.New();
        var command = new Command("score", "Score responses against a form file, without a database.") { form, responses, json };
        command.SetAction(parsed => Run(
            parsed.GetValue(form)!, parsed.GetValue(responses)!, new VerbOutput(parsed.InvocationConfiguration, parsed.GetValue(json))));
        return command;
    }

    private static int Run(string form, string responses, VerbOutput output)
    {
        if (new[] { form, responses }.FirstOrDefault(file => !File.Exists(file)) is { } absent)
        {
            return output.Usage($"There is no file {absent}.");
        }

        if (ResponseFile.Read(File.ReadAllBytes(responses)) is not { } sets)
        {
            return output.Usage($"{responses} is not a JSON list of objects with a name and responses.");
        }

        var bytes = File.ReadAllBytes(form);
        var scored = KindOf(bytes) switch
        {
            FormFileKind.Xml => QtiItem.Read(bytes).Then(item => Each(sets, set => item.Score(set.Responses).Then<ScoredResponses>(outcomes => Told(set, outcomes, output)))),
            FormFileKind.Package => Refusals.FormInvalid.Because("The file is a package; give one item of it."),
            _ => FormJson.Read(bytes).Then(read => Each(sets, set => FormScoring.Score(read, set))),
        };
        return scored.Match(all => output.Done(all, string.Join('\n', all.Select(one => one.Sentence()))), output.Refused);
    }

    /// <summary>All sets or the refusal of the first that is refused, with its place.</summary>
    private static Result<IReadOnlyList<ScoredResponses>> Each(IReadOnlyList<ResponseSet> sets, Func<ResponseSet, Result<ScoredResponses>> score)
    {
        var all = new List<ScoredResponses>(sets.Count);
        foreach (var (i, set) in sets.Index())
        {
            var scored = score(set);
            if (scored.Refusal is { } refusal)
            {
                return refusal with { Places = [new Place($"responses[{i}]", refusal.Reason), .. refusal.Places] };
            }

            all.Add(scored.Value);
        }

        return all;
    }

    private static ScoredResponses Told(ResponseSet set, QtiOutcomes outcomes, VerbOutput output)
    {
        foreach (var note in outcomes.Notes)
        {
            output.Note($"{set.Name}: {note}");
        }

        return new ScoredResponses(set.Name, outcomes.Outcomes, Items: null);
    }

    private enum FormFileKind
    {
        Json,
        Xml,
        Package,
    }

    /// <summary>By the first letter after byte order marks (of UTF-16 too) and white space.</summary>
    private static FormFileKind KindOf(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> before = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n'];
        var start = bytes.TrimStart(before);
        return start.StartsWith("<"u8) ? FormFileKind.Xml : start.StartsWith("PK"u8) ? FormFileKind.Package : FormFileKind.Json;
    }
}

/// <summary>What is told of one set of responses.</summary>
/// <param name="Name">As in the file of responses.</param>
/// <param name="Outcomes">Value per outcome; SCORE is the number of points.</param>
/// <param name="Items">Points per item of a form of our own, null where nothing was scored; not given for a QTI item.</param>
internal sealed record ScoredResponses(
    string Name,
    IReadOnlyDictionary<string, object?> Outcomes,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyDictionary<string, double?>? Items)
{
    public string Sentence() => string.Join('\t', Outcomes.Select(outcome => $"{outcome.Key}={JsonSerializer.Serialize(outcome.Value)}").Prepend(Name));
}
