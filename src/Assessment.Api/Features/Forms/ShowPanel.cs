using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Domain.People;
using Assessment.Interchange.Forms;
using Assessment.Statistics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Forms;

/// <summary>The panel of a situational judgement item: ratings, agreement, and what each method would make of them.</summary>
internal static class ShowPanel
{
    /// <param name="Code">Code of the expert.</param>
    /// <param name="Effectiveness">Step by option.</param>
    internal sealed record Rater(string Code, IReadOnlyDictionary<string, int> Effectiveness);

    /// <param name="Estimator">Id in the catalogue of estimators.</param>
    /// <param name="Value">The estimate; null when there is none.</param>
    /// <param name="Lower">Lower limit of the interval; null when there is none or it is unbounded.</param>
    /// <param name="Upper">Upper limit of the interval.</param>
    /// <param name="Level">Confidence level of the interval.</param>
    /// <param name="Options">Options that it rests on.</param>
    /// <param name="Reason">Why there is no estimate; null when there is one.</param>
    internal sealed record Agreement(string Estimator, double? Value, double? Lower, double? Upper, double? Level, int Options, string? Reason)
    {
        public static Agreement Of(Estimation estimation) => estimation switch
        {
            Estimate { Interval: { } interval } number => new(
                number.Estimator, number.Value, Finite(interval.Lower), Finite(interval.Upper), interval.Level, number.N, null),
            Estimate number => new(number.Estimator, number.Value, null, null, null, number.N, null),
            NotEstimable none => new(none.Estimator, null, null, null, null, none.N, none.Reason),
            _ => throw new InvalidOperationException("An estimation is a number or a reason."),
        };

        private static double? Finite(double limit) => double.IsFinite(limit) ? limit : null;
    }

    /// <param name="Version">Version of the key; null for one that is not made.</param>
    /// <param name="Method">How the weights come about.</param>
    /// <param name="Weights">Part of the points by option; null when the method gives no key.</param>
    /// <param name="Reason">Why the method gives no key; null when it does.</param>
    internal sealed record Key(int? Version, string Method, IReadOnlyDictionary<string, decimal>? Weights, string? Reason = null);

    /// <param name="Version">Version of the form.</param>
    /// <param name="Steps">Steps of the rating scale; null while nobody has rated and the item states none.</param>
    /// <param name="Raters">By code.</param>
    /// <param name="Agreement">How far they agree.</param>
    /// <param name="Keys">Every key of the item; the last counts.</param>
    /// <param name="Candidates">The keys that each method for this way of answering would make of the ratings now.</param>
    internal sealed record Answer(
        int Version, int? Steps, IReadOnlyList<Rater> Raters, IReadOnlyList<Agreement> Agreement, IReadOnlyList<Key> Keys, IReadOnlyList<Key> Candidates);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/forms/{formId:guid}/items/{item}/panel", Handle)
        .RequireStaff(Role.AgencyAdmin).WithTags("Forms")
        .WithSummary("Shows the ratings of an item's panel, the experts' agreement, every key, and the key that each method would make now.");

    [NotAudited("Ratings of options by experts; no participant's row is read.")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid formId, string item, int? version, Staff staff, Database database, CancellationToken stop)
    {
        var shown = await database.ReadAsync(async session =>
        {
            var form = await OwnForm.FindAsync(session, staff, formId, version);
            return form.IsRefused ? form.Refusal! : await OwnJudgement.ReadAsync(session, form.Value, item);
        }, stop);
        return shown.Then(judgement => (Result<Answer>)Of(judgement)).ToOk();
    }

    private static Answer Of(OwnJudgement judgement)
    {
        var options = judgement.Item.Options.Select(option => option.Identifier).ToList();
        return new Answer(
            judgement.Version.Version,
            judgement.Steps,
            [.. (judgement.Panel?.Ratings ?? []).Select(rating => new Rater(rating.Rater, rating.Effectiveness))],
            [.. PanelAgreement.Of(judgement.Panel, options).Select(Agreement.Of)],
            [.. judgement.Item.Keys.Select(key => new Key(key.Version, FormWords.Of(key.Method), key.Weights))],
            [.. judgement.Item.Methods.Select(method => Candidate(judgement.Panel, method))]);
    }

    private static Key Candidate(ExpertPanel? panel, KeyMethod method) => panel is null
        ? new Key(null, FormWords.Of(method), null, "Nobody has rated.")
        : panel.Weights(method).Match(
            weights => new Key(null, FormWords.Of(method), weights),
            refusal => new Key(null, FormWords.Of(method), null, refusal.Reason));
}
