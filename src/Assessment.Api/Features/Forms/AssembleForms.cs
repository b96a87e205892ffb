using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Domain.People;
using Assessment.Interchange.Forms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Forms;

/// <summary>Makes drafts of parallel forms from a published form that serves as a bank; they are published like any other draft.</summary>
internal static class AssembleForms
{
    private const long MostSeed = (1L << 53) - 1;

    /// <param name="Forms">How many; editions A, B, …</param>
    /// <param name="ItemsPerForm">Items that each form has of each objective.</param>
    /// <param name="Seed">Same bank, difficulties, plan and seed give the same forms; drawn when left out. Below 2^53, so that every client can hold it.</param>
    internal sealed record Request(
        [property: Range(1, 26)] int Forms,
        [property: Required, MinLength(1)] Dictionary<string, int> ItemsPerForm,
        [property: Range(0, MostSeed)] long? Seed = null);

    /// <param name="FormId">The draft.</param>
    /// <param name="Edition">A, B, …</param>
    /// <param name="Version">Version of the draft.</param>
    /// <param name="Objectives">Items by objective.</param>
    /// <param name="MeanDifficulty">1 − share of points earned, over the items of known difficulty; null when there is none.</param>
    /// <param name="KnownDifficulties">How many items that mean rests on.</param>
    internal sealed record Assembled(
        Guid FormId, string Edition, int Version, IReadOnlyDictionary<string, int> Objectives, double? MeanDifficulty, int KnownDifficulties);

    /// <param name="Seed">Gives these forms again.</param>
    /// <param name="LeastAnswers">Answers from which on a difficulty counts as known.</param>
    /// <param name="Forms">The drafts.</param>
    internal sealed record Answer(long Seed, int LeastAnswers, IReadOnlyList<Assembled> Forms);

    private sealed record Bank(FormVersionRow Version, Form Form, IReadOnlyDictionary<string, double> Difficulty);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/forms/{formId:guid}/assemble", Handle)
        .RequireStaff(Role.AgencyAdmin).WithTags("Forms")
        .WithSummary("Makes drafts of parallel forms from the published form as a bank, balanced on objective and difficulty.");

    [Audited("assemble.forms")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid formId, Request request, Staff staff, Database database, FormVersions forms, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var seed = request.Seed ?? (Secret.NewSeed() & MostSeed);
        var bank = await database.ReadAsync(session => ReadAsync(session, forms, staff, formId, stop), stop);
        var chosen = bank.Then(one => Choose(one, request, seed));
        if (chosen.IsRefused)
        {
            return chosen.Refusal!.ToProblem();
        }

        var saved = await database.WriteAsync(async session =>
        {
            var drafts = await SaveAsync(session, bank.Value.Version, chosen.Value, now);
            if (!drafts.IsRefused)
            {
                await Audit.RecordAsync(session, staff, "assemble.forms", formId, now);
            }

            return drafts.Then(list => (Result<Answer>)new Answer(seed, BankDifficulty.LeastAnswers, list));
        }, stop);
        return saved.ToOk();
    }

    /// <summary>Difficulties are read apart from the writing, which would hold back answers that are being saved.</summary>
    private static async Task<Result<Bank>> ReadAsync(Session session, FormVersions forms, Staff staff, Guid formId, CancellationToken stop)
    {
        var version = await OwnForm.FindAsync(session, staff, formId, null);
        if (version.IsRefused)
        {
            return version.Refusal!;
        }

        var form = (await forms.ForScoringAsync(session, version.Value.FormVersionNo, stop)).Form;
        return new Bank(version.Value, form, await BankDifficulty.ReadAsync(session, forms, version.Value.InstrumentNo, form, stop));
    }

    /// <summary>What is saved must read back: the reader's rules hold for assembled forms too.</summary>
    private static Result<IReadOnlyList<BankForm>> Choose(Bank bank, Request request, long seed)
    {
        if (request.ItemsPerForm.Where(plan => plan.Value is < 1 or > FormJson.MostItems).Select(plan => plan.Key).ToList() is { Count: > 0 } wrong)
        {
            return Refusals.RequestContradicts.Because(
                $"A form has 1 to {FormJson.MostItems} items of each objective named.",
                [.. wrong.Select(objective => new Place($"itemsPerForm.{objective}", "Leave out an objective that has no items."))]);
        }

        return BankForms.Choose(bank.Form, bank.Difficulty, request.ItemsPerForm, request.Forms, (ulong)seed).Then(chosen =>
            chosen.Select(one => FormJson.Read(FormJson.Write(one.Form))).FirstOrDefault(read => read.IsRefused).Refusal is { } fault
                ? fault
                : (Result<IReadOnlyList<BankForm>>)chosen.ToList());
    }

    private static async Task<Result<IReadOnlyList<Assembled>>> SaveAsync(
        Session session, FormVersionRow bank, IReadOnlyList<BankForm> chosen, DateTimeOffset now)
    {
        var store = new FormStore(session);
        var others = await store.ListVersions(bank.InstrumentNo);
        var saved = new List<Assembled>();
        foreach (var (form, difficulties) in chosen)
        {
            if (others.FirstOrDefault(other => other.Edition == form.Edition && other.Language == form.Language && other.Identifier != form.Identifier) is { } taken)
            {
                return Refusals.AlreadyThere.Because(
                    $"Edition {form.Edition} of the instrument is form {taken.Identifier} already; a bank whose edition is a word such as \"bank\" leaves the letters free.");
            }

            var draft = (await store.FindVersion(await store.SaveDraft(FormDrafts.Of(form, bank.InstrumentNo, now))))!;
            saved.Add(new Assembled(
                draft.FormId,
                form.Edition,
                draft.Version,
                form.Items.GroupBy(item => item.Tags.Objective!).OrderBy(items => items.Key, StringComparer.Ordinal).ToDictionary(items => items.Key, items => items.Count()),
                difficulties.Count == 0 ? null : difficulties.Average(),
                difficulties.Count));
        }

        return saved;
    }
}
