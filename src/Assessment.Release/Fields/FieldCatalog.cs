using System.Collections.Immutable;
using Assessment.Domain;

namespace Assessment.Release.Fields;

/// <summary>
/// The privacy class of every field that may come near a release. What is not in the catalogue is refused: a new field
/// stays inside until the privacy officer gives it a class.
/// </summary>
public sealed class FieldCatalog
{
    private readonly ImmutableDictionary<string, FieldClass> classes;

    private FieldCatalog(ImmutableDictionary<string, FieldClass> classes) => this.classes = classes;

    /// <summary>The fields of the service's own schema.</summary>
    public static FieldCatalog Default { get; } = new(ImmutableDictionary<string, FieldClass>.Empty
        .AddRange(Classed(FieldClass.QuasiIdentifier, "agency_pool", "kind", "rank", "years_of_service", "sex", "race_ethnicity", "age_band", "assignment", "prior_cit", "cit_member", "education"))
        .AddRange(Classed(FieldClass.DirectIdentifier, "name", "first_name", "last_name", "badge_number", "employee_number", "post_number", "email", "phone", "signature", "ip_address", "device", "participant_id", "participant_no", "study_code", "roster_token", "roster_token_hash", "agency_id", "agency_name", "ori", "address", "trainer_name", "supervisor_name"))
        .AddRange(Classed(FieldClass.FreeText, "comment", "comments", "narrative", "other_specify", "file_name"))
        .AddRange(Classed(FieldClass.ExactTime, "birth_date", "hire_date", "hired_on", "created_at", "withdrawn_at", "class_date", "answered_on", "training_ended_on", "submitted_at", "event_date"))
        .AddRange(Classed(FieldClass.Insider, "months_since_training", "supervisor_rating", "force_reports"))
        .AddRange(Classed(FieldClass.Sensitive, "score", "response", "complaints"))
        .AddRange(Classed(FieldClass.Safe, "wave", "instrument", "form_version", "delivery_mode", "course_hours")));

    /// <summary>The class of a field, or null when it has none.</summary>
    public FieldClass? ClassOf(string field) => classes.TryGetValue(field, out var found) ? found : null;

    /// <summary>This catalogue with one more field classified, or one classified anew.</summary>
    public FieldCatalog With(string field, FieldClass fieldClass) => new(classes.SetItem(field, fieldClass));

    /// <summary>Null when the field may be offered as a quasi-identifier, else why not.</summary>
    internal Refusal? RefuseAsQuasiIdentifier(string field) => ClassOf(field) switch
    {
        FieldClass.QuasiIdentifier => null,
        null => PrivacyRefusals.Unclassified.Because(
            $"Field \"{field}\" has no privacy class; the privacy officer must give it one before it can be released.", Here(field, "has no privacy class")),
        FieldClass.FreeText => PrivacyRefusals.FreeText.Because(
            $"Field \"{field}\" is free text, which is never released, not even redacted; leave it out.", Here(field, "is free text")),
        FieldClass.DirectIdentifier => PrivacyRefusals.Identifier.Because(
            $"Field \"{field}\" identifies a person directly and is never released, not even hashed; leave it out.", Here(field, "is a direct identifier")),
        FieldClass.ExactTime => PrivacyRefusals.ExactTime.Because(
            $"Field \"{field}\" is an exact time; a release tells only months since training.", Here(field, "is an exact time")),
        var other => PrivacyRefusals.Column.Because(
            $"Field \"{field}\" is of class {other} and cannot be released as a quasi-identifier.", Here(field, $"is of class {other}")),
    };

    private static Place Here(string field, string problem) => new($"field {field}", problem);

    private static IEnumerable<KeyValuePair<string, FieldClass>> Classed(FieldClass fieldClass, params string[] fields) =>
        fields.Select(field => KeyValuePair.Create(field, fieldClass));
}
