using System.CommandLine;
using System.Globalization;
using System.Text.Json.Serialization;
using Assessment.Api.Hosting;
using Assessment.Domain.Linking;
using Assessment.Interchange.Linking;

namespace Assessment.Api.Features.Linking;

/// <summary>The verb <c>link-codes</c>: which forms of two waves are of one person, by self-generated codes (docs/code-linking.md).</summary>
internal static class LinkCodesCommand
{
    /// <summary>Rates are told to this many decimals.</summary>
    private const int Decimals = 6;

    private sealed record LinkLine(string Wave1, string Wave2, string Pass);

    private sealed record Answer(
        IReadOnlyList<LinkLine> Links,
        int Linked,
        [property: JsonPropertyName("wave2_forms")] int Wave2Forms,
        [property: JsonPropertyName("match_rate")] double? MatchRate,
        [property: JsonPropertyName("not_linked_because_ambiguous")] IReadOnlyList<string> Ambiguous);

    public static Command Build()
    {
        var wave1 = new Argument<string>("wave1") { Description = "The codes of the earlier wave (CSV)." };
        var wave2 = new Argument<string>("wave2") { Description = "The codes of the later wave (CSV)." };
        var json = JsonOption.New();
        var command = new Command("link-codes", "Link two waves by self-generated codes; what is not certain stays open.") { wave1, wave2, json };
        command.SetAction(parsed => Run(
            parsed.GetValue(wave1)!, parsed.GetValue(wave2)!, new VerbOutput(parsed.InvocationConfiguration, parsed.GetValue(json))));
        return command;
    }

    private static int Run(string wave1, string wave2, VerbOutput output)
    {
        if (new[] { wave1, wave2 }.FirstOrDefault(file => !File.Exists(file)) is { } absent)
        {
            return output.Usage($"There is no file {absent}.");
        }

        var linked = CodeCsv.Read(File.ReadAllBytes(wave1)).Then(first =>
            CodeCsv.Read(File.ReadAllBytes(wave2)).Then<CodeLinks>(second => CodeLinking.Link(first, second)));
        return linked.Match(links => output.Done(Told(links), Sentence(links)), output.Refused);
    }

    private static Answer Told(CodeLinks links) => new(
        [.. links.Links.Select(link => new LinkLine(link.Wave1, link.Wave2, Word(link.Certainty)))],
        links.Links.Count,
        links.Wave2Forms,
        links.MatchRate is { } rate ? Math.Round(rate, Decimals) : null,
        links.Ambiguous);

    private static string Word(LinkCertainty certainty) => certainty == LinkCertainty.Exact ? "exact" : "one element differs";

    private static string Sentence(CodeLinks links) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {links.Links.Count} of {links.Wave2Forms} forms of the later wave are linked: {links.Links.Count(link => link.Certainty == LinkCertainty.Exact)} exactly, the others with one element that differs or is missing.
        Not linked: {links.Ambiguous.Count} that fit more than one person, {links.Strangers} that fit nobody.
        {string.Join('\n', links.Links.Select(link => $"{link.Wave1}\t{link.Wave2}\t{Word(link.Certainty)}"))}
        """);
}
