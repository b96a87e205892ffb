using System.Globalization;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Take;

/// <summary>
/// The self-generated code, asked where nobody keeps names. It stays sealed on the device until the start, which keeps it with the
/// attempt, so that answering it takes nothing of the test's time.
/// </summary>
[OpenPage("Join code and token, kept sealed on the device, open it.")]
public sealed class MemoryCodeModel : StartingPage
{
    /// <summary>The six questions as they were answered, with what is wrong.</summary>
    internal IReadOnlyList<CodeField> Fields { get; private set; } = [];

    /// <summary>Whether answers are missing without which a code is never linked.</summary>
    public bool TooFew { get; private set; }

    /// <summary>The first field with a fault; null without one.</summary>
    internal CodeField? First => Fields.FirstOrDefault(one => one.Fault is not null);

    public IActionResult OnGet()
    {
        if (Pass is not { AsksCode: true }) return Elsewhere();
        Fields = CodeField.All(Texts, _ => "");
        return Page();
    }

    public IActionResult OnPost(string? go)
    {
        if (Pass is not { AsksCode: true } pass) return Elsewhere();
        if (go == "without") return GoOn(pass with { Code = null });
        Fields = CodeField.All(Texts, name => Request.Form[name].ToString());
        if (First is null)
        {
            var code = CodeField.Code(Fields);
            if (code.IsEnough) return GoOn(pass with { Code = code });
            TooFew = true;
            Fields = [.. Fields.Select(one => one.Value.Length == 0 ? one with { Fault = Texts.FaultMissing } : one)];
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private LocalRedirectResult GoOn(DoorPass pass)
    {
        TakeCookies.PutDoor(HttpContext, pass);
        return LocalRedirect("/take/practice");
    }
}

/// <summary>One question of the code.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Label">The question.</param>
/// <param name="Value">What was entered; empty for nothing.</param>
internal sealed record CodeField(string Name, string Label, string Value)
{
    public string? Hint { get; init; }

    /// <summary>A number, else a letter.</summary>
    public bool IsNumber { get; init; }

    /// <summary>What is wrong with what was entered; null when nothing is.</summary>
    public string? Fault { get; init; }

    /// <summary>Ids of what a screen reader reads with the field.</summary>
    public string DescribedBy => Hint is null ? $"{Name}-fault" : $"{Name}-hint {Name}-fault";

    /// <summary>The six in their order, held against the rules of the API.</summary>
    public static IReadOnlyList<CodeField> All(TakeTexts texts, Func<string, string> entered)
    {
        CodeField Letter(string name, string label) => new(name, label, entered(name).Trim().Normalize());
        CodeField Number(string name, string label) => Letter(name, label) with { IsNumber = true };
        IReadOnlyList<CodeField> fields =
        [
            Letter(nameof(PutCode.Request.MotherInitial), texts.MotherInitial),
            Letter(nameof(PutCode.Request.BirthCityInitial), texts.BirthCityInitial),
            Number(nameof(PutCode.Request.BirthDay), texts.BirthDay),
            Number(nameof(PutCode.Request.OlderSiblings), texts.OlderSiblings),
            Letter(nameof(PutCode.Request.MiddleInitial), texts.MiddleInitial) with { Hint = texts.MiddleInitialHint },
            Letter(nameof(PutCode.Request.FirstSchoolInitial), texts.FirstSchoolInitial),
        ];
        var faults = (BodyRules.Faults(Code(fields)) ?? new Dictionary<string, string[]>()).Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. fields.Select(field => faults.Contains(field.Name) ? field with { Fault = FaultOf(field.Name, texts) } : field)];
    }

    /// <summary>What the API takes for the answers.</summary>
    public static PutCode.Request Code(IReadOnlyList<CodeField> fields) => new(
        fields[0].Word, fields[1].Word, fields[2].Number, fields[3].Number, fields[4].Word, fields[5].Word);

    private string? Word => Value.Length == 0 ? null : Value;

    /// <summary>What is no whole number is −1, which no rule takes.</summary>
    private int? Number => Value.Length == 0 ? null : int.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static string FaultOf(string name, TakeTexts texts) => name switch
    {
        nameof(PutCode.Request.BirthDay) => texts.FaultDay,
        nameof(PutCode.Request.OlderSiblings) => texts.FaultSiblings,
        _ => texts.FaultLetter,
    };
}
