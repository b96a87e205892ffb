using System.Text.Json;
using Assessment.Domain;

namespace Assessment.Interchange.Qti;

/// <summary>Outcomes of one set of responses.</summary>
/// <param name="Outcomes">Per declared outcome in the order of declaration: null, number, boolean, text, list, or fields by name.</param>
/// <param name="Notes">What the author or the sender should know: undeclared names, responses that could not be read. Never an answer.</param>
public sealed record QtiOutcomes(IReadOnlyDictionary<string, object?> Outcomes, IReadOnlyList<string> Notes);

/// <summary>
/// A QTI 2.x or 3.0 item as far as scoring goes: declarations and response processing. What is shown to a candidate is not read.
/// Non-adaptive items without template processing, one attempt.
/// </summary>
public sealed class QtiItem
{
    private readonly IReadOnlyDictionary<string, QtiVariable> variables;
    private readonly IReadOnlyList<QtiRule> rules;

    private QtiItem(string identifier, IReadOnlyDictionary<string, QtiVariable> variables, IReadOnlyList<QtiRule> rules) =>
        (Identifier, this.variables, this.rules) = (identifier, variables, rules);

    /// <summary>The item's identifier; empty when it has none.</summary>
    public string Identifier { get; }

    /// <summary>Reads an item.</summary>
    /// <param name="xml">The file, at most 4 MiB. Document types are skipped, other files never opened.</param>
    /// <returns>
    /// The item; <see cref="Refusals.FormInvalid"/> when the file is no item or a declaration is wrong;
    /// <see cref="Refusals.UnsupportedProcessing"/> with the elements that are not supported.
    /// </returns>
    public static Result<QtiItem> Read(byte[] xml)
    {
        ArgumentNullException.ThrowIfNull(xml);
        return QtiElement.Load(xml).Then(root => root.Name == "assessmentitem"
            ? Read(root)
            : Refusals.FormInvalid.Because("The file is not a QTI item.", root.Fault("assessmentItem or qti-assessment-item is expected.")));
    }

    /// <summary>Scores one set of responses.</summary>
    /// <param name="responses">
    /// A JSON object from response variable to value: string, number, boolean, null, list; pairs and points as "A B" and "10 20".
    /// A variable that is left out has its default.
    /// </param>
    /// <returns>
    /// The outcomes; <see cref="Refusals.ResponseInvalid"/> when a value has another shape than its declaration;
    /// <see cref="Refusals.UnsupportedProcessing"/> when an operator met values that it does not define.
    /// </returns>
    public Result<QtiOutcomes> Score(JsonElement responses)
    {
        var reader = new QtiResponses(variables);
        var given = reader.Read(responses);
        if (given.IsRefused)
        {
            return given.Refusal!;
        }

        var scope = new QtiScope(variables, given.Value);
        QtiRule.Run(rules, scope);
        return scope.Faults.Count > 0
            ? Refusals.UnsupportedProcessing.Because("A rule met values that it does not define.", scope.Faults)
            : new QtiOutcomes(Printed(scope), [.. reader.Notes, .. scope.Notes]);
    }

    private Dictionary<string, object?> Printed(QtiScope scope) => variables.Values
        .Where(variable => variable.Kind == QtiVariableKind.Outcome)
        .ToDictionary(variable => variable.Identifier, variable => scope.Read(variable.Identifier).Printed());

    private static Result<QtiItem> Read(QtiElement root)
    {
        List<Place> faults = [], unsupported = [];
        var variables = new QtiDeclarations(faults).Read(root);
        var processing = root.Only("responseprocessing");
        var rules = new QtiProcessing(unsupported).Read(processing);
        if (root.Truth("adaptive", otherwise: false))
        {
            unsupported.Add(root.Fault("Adaptive items are scored over several attempts."));
        }

        unsupported.AddRange(root.All("templateprocessing").Select(element => element.Fault("Items made from templates are not supported.")));
        CompleteForTemplate(processing, variables, unsupported);
        foreach (var variable in QtiVariable.OfSession)
        {
            variables.TryAdd(variable.Identifier, variable);
        }

        return faults.Count > 0 ? Refusals.FormInvalid.Because("The item's declarations have faults; nothing was scored.", faults)
            : unsupported.Count > 0 ? Refusals.UnsupportedProcessing.Because(Sentence(unsupported), unsupported)
            : new QtiItem(root.Attribute("identifier") ?? "", variables, rules);
    }

    /// <summary>The standard templates score RESPONSE into SCORE: without the first they would give everybody 0, the second is understood.</summary>
    private static void CompleteForTemplate(QtiElement? processing, Dictionary<string, QtiVariable> variables, List<Place> unsupported)
    {
        if (processing?.Attribute("template") is not { } template || QtiTemplates.Find(template) is null)
        {
            return;
        }

        variables.TryAdd(QtiTemplates.Outcome, QtiVariable.Number(QtiTemplates.Outcome, QtiVariableKind.Outcome));
        if (!variables.ContainsKey(QtiTemplates.Response))
        {
            unsupported.Add(processing.Fault($"The template scores the variable {QtiTemplates.Response}, which is not declared."));
        }
    }

    private static string Sentence(List<Place> unsupported) =>
        $"Not supported: {string.Join("; ", unsupported.Select(place => place.Where).Distinct().Take(5))}.";
}
