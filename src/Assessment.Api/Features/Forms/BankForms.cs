using Assessment.Domain;
using Assessment.Domain.Instruments;

namespace Assessment.Api.Features.Forms;

/// <summary>A form taken from a bank.</summary>
/// <param name="Form">The new form.</param>
/// <param name="Difficulties">Known difficulties of its items.</param>
internal sealed record BankForm(Form Form, IReadOnlyList<double> Difficulties);

/// <summary>Parallel forms from a published form that serves as a bank. Pure.</summary>
internal static class BankForms
{
    /// <summary>
    /// The forms, editions A, B, …, items in the bank's order. Items under a stimulus stay in the bank, since they mean nothing
    /// without it. An item of unknown difficulty is dealt as if it had the mean of the known ones, so that it moves no balance.
    /// </summary>
    /// <param name="bank">The bank with its newest keys.</param>
    /// <param name="difficulty">Known difficulties by identifier.</param>
    /// <param name="perForm">Items per objective.</param>
    /// <param name="forms">How many forms.</param>
    /// <param name="seed">Same bank, difficulties, plan and seed give the same forms.</param>
    public static Result<IReadOnlyList<BankForm>> Choose(
        Form bank, IReadOnlyDictionary<string, double> difficulty, IReadOnlyDictionary<string, int> perForm, int forms, ulong seed)
    {
        var single = PresentationOrder.Blocks(bank.Items).Where(block => block[0] is not Stimulus).Select(block => block[0]).ToList();
        var middle = single.Where(item => difficulty.ContainsKey(item.Identifier)).Select(item => difficulty[item.Identifier]).DefaultIfEmpty(0).Average();
        var items = single.Select(item => new BankItem(item, difficulty.GetValueOrDefault(item.Identifier, middle))).ToList();
        var plan = perForm.OrderBy(objective => objective.Key, StringComparer.Ordinal).ToList();
        return FormAssembly.Choose(items, plan, forms, seed).Then(chosen => (Result<IReadOnlyList<BankForm>>)chosen.Forms
            .Select((form, i) => Of(bank, difficulty, form.Select(entry => entry.Item.Identifier).ToHashSet(), (char)('A' + i))).ToList());
    }

    /// <summary>The bank's pass mark is of other items, so a new form has none.</summary>
    private static BankForm Of(Form bank, IReadOnlyDictionary<string, double> difficulty, HashSet<string> chosen, char edition)
    {
        var form = bank with
        {
            Identifier = $"{bank.Identifier}-{char.ToLowerInvariant(edition)}",
            Edition = $"{edition}",
            Title = $"{bank.Title} {edition}",
            PassMark = null,
            Items = [.. bank.Items.Where(item => chosen.Contains(item.Identifier))],
            Translations = [.. bank.Translations.Select(translation => translation with
            {
                Title = $"{translation.Title} {edition}",
                Items = translation.Items.Where(item => chosen.Contains(item.Key)).ToDictionary(),
            })],
        };
        return new BankForm(form, [.. form.Items.Where(item => difficulty.ContainsKey(item.Identifier)).Select(item => difficulty[item.Identifier])]);
    }
}
