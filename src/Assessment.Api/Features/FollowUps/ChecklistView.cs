using Assessment.Domain.Instruments;

namespace Assessment.Api.Features.FollowUps;

/// <summary>A checklist as a page shows it.</summary>
/// <param name="Form">The form.</param>
/// <param name="Chosen">shown, not-shown or no-opportunity by item; others are blank.</param>
internal sealed record ChecklistView(Form Form, IReadOnlyDictionary<string, string> Chosen)
{
    /// <summary>Fields of the form: this and the item.</summary>
    private const string Field = "indicator-";

    /// <summary>What an indicator can be, as words; the first is blank.</summary>
    public static readonly IReadOnlyList<(string Value, string Text)> Values =
    [
        (Indicator.Shown, "Yes, shown"), (Indicator.NotShown, "No, not shown"), (Indicator.NoOpportunity, "No opportunity to show it"), ("", "I cannot tell"),
    ];

    public static string FieldOf(Item item) => Field + item.Identifier;

    public bool IsChosen(Item item, string value) => Chosen.GetValueOrDefault(item.Identifier, "") == value;

    /// <summary>What was chosen in a posted form.</summary>
    public static IReadOnlyDictionary<string, string> Read(IFormCollection form) => form
        .Where(field => field.Key.StartsWith(Field, StringComparison.Ordinal) && field.Value.ToString().Length > 0)
        .ToDictionary(field => field.Key[Field.Length..], field => field.Value.ToString());

    public static IReadOnlyList<RecordFollowUp.Indicated> Indicated(IReadOnlyDictionary<string, string> chosen) =>
        [.. chosen.Select(one => new RecordFollowUp.Indicated(one.Key, one.Value))];

    /// <summary>A source as words.</summary>
    public static string SourceOf(string source) => source switch
    {
        "recording" => "review of a recording",
        "records" => "from records",
        _ => "what a supervisor saw",
    };

    /// <summary>A person as words.</summary>
    public static string NameOf(Who who) => who.StudyCode ?? (who.Name is { } name ? $"{who.Number} · {name}" : $"Number {who.Number}");
}
