using Assessment.Domain.Instruments;
using Microsoft.Extensions.Localization;

namespace Assessment.Api.Features.FollowUps;

/// <summary>A checklist as a page shows it.</summary>
/// <param name="Form">The form.</param>
/// <param name="Chosen">shown, not-shown or no-opportunity by item; others are blank.</param>
internal sealed record ChecklistView(Form Form, IReadOnlyDictionary<string, string> Chosen)
{
    /// <summary>Fields of the form: this and the item.</summary>
    private const string Field = "indicator-";

    /// <summary>What an indicator can be, as words; the first is blank.</summary>
    public static IReadOnlyList<(string Value, string Text)> Values(IStringLocalizer texts) =>
    [
        (Indicator.Shown, texts["Yes, shown"]), (Indicator.NotShown, texts["No, not shown"]), (Indicator.NoOpportunity, texts["No opportunity to show it"]), ("", texts["I cannot tell"]),
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
    public static string SourceOf(string source, IStringLocalizer texts) => source switch
    {
        "recording" => texts["review of a recording"],
        "records" => texts["from records"],
        _ => texts["what a supervisor saw"],
    };

    /// <summary>A person as words.</summary>
    public static string NameOf(Who who, IStringLocalizer texts) => who.StudyCode ?? (who.Name is { } name ? $"{who.Number} · {name}" : texts["Number {0}", who.Number!]);
}
