using Assessment.Domain;
using Assessment.Domain.Instruments;

namespace Assessment.Interchange.Forms;

/// <summary>Reads branching scenarios and checks their graph.</summary>
internal static class ScenarioReader
{
    private const int MostNodes = 200, MostChoices = 10;

    public static Scenario Read(JsonPlace place, ItemHead head)
    {
        ItemReader.Allow(place, "start", "nodes");
        var start = place.Required("start");
        var places = place.Required("nodes")?.List(2, MostNodes) ?? [];
        var nodes = places.Select(ReadNode).ToList();
        JsonPlace.NoTwins(places, nodes.Select(node => node.Identifier).ToList(), "node");
        var scenario = new Scenario(head.Identifier, head.Stem, head.Tags, start?.Text() ?? "", nodes);
        if (start is { } from && nodes.Count > 0)
        {
            CheckGraph(from, places, scenario);
        }

        return scenario;
    }

    private static void CheckGraph(JsonPlace start, List<JsonPlace> places, Scenario scenario)
    {
        var faults = ScenarioGraph.Faults(scenario.Start, scenario.Nodes);
        foreach (var fault in faults)
        {
            Locate(start, places, fault).Fault(fault.Problem);
        }

        if (faults.Count == 0 && (scenario.MaxPoints.Ticks == 0 || scenario.MaxPoints.Value > ItemReader.MostPoints))
        {
            start.Fault($"The best path gives {scenario.MaxPoints} points; a number above 0 and up to {ItemReader.MostPoints} is expected.");
        }
    }

    private static JsonPlace Locate(JsonPlace start, List<JsonPlace> places, GraphFault fault) => fault switch
    {
        { Node: { } node, Choice: { } choice } => places[node].Optional("choices")!.Value.List(1, MostChoices)[choice].Optional("next") ?? places[node],
        { Node: { } node } => places[node],
        _ => start,
    };

    private static ScenarioNode ReadNode(JsonPlace place)
    {
        place.Allow("identifier", "text", "picture", "video", "choices", "end");
        var places = place.Optional("choices")?.List(1, MostChoices) ?? [];
        var choices = places.Select(ReadChoice).ToList();
        JsonPlace.NoTwins(places, choices.Select(choice => choice.Identifier).ToList(), "choice");
        return new ScenarioNode(
            place.Required("identifier")?.Identifier() ?? "",
            place.Required("text")?.Text() ?? "",
            StimulusReader.Media(place),
            choices,
            place.Optional("end")?.Word(FormWords.SafetyOf));
    }

    private static ScenarioChoice ReadChoice(JsonPlace place)
    {
        place.Allow("identifier", "text", "points", "safe", "next");
        return new ScenarioChoice(
            place.Required("identifier")?.Identifier() ?? "",
            place.Required("text")?.Text() ?? "",
            place.Optional("points")?.PointsFromZero(ItemReader.MostPoints) ?? Points.Zero,
            place.Required("safe")?.Truth() ?? false,
            place.Required("next")?.Text() ?? "");
    }
}
