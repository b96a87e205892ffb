namespace Assessment.Domain.Instruments;

/// <summary>An item of a bank with how hard it is.</summary>
/// <param name="Item">The item; its objective says what it is counted for.</param>
/// <param name="Difficulty">Any scale on which harder is more, such as 1 − proportion correct or a Rasch difficulty; the same for the whole bank.</param>
public sealed record BankItem(Item Item, double Difficulty);

/// <summary>The items of each of several parallel forms, in the order of objectives.</summary>
/// <param name="Forms">One list per form, all of the same length.</param>
public sealed record ParallelForms(IReadOnlyList<IReadOnlyList<BankItem>> Forms);

/// <summary>
/// Parallel forms from a bank: the same number of items per objective on each form, and sums of difficulty that lie close together.
/// A greedy rule in the manner of matched random subtests (Gulliksen 1950, Theory of Mental Tests); exact methods need integer
/// programming (van der Linden 2005, Linear Models for Optimal Test Design) and gain little when groups are narrow.
/// </summary>
public static class FormAssembly
{
    /// <summary>
    /// Objective by objective, in the order given: as many of its items as the forms need are drawn, put in order of difficulty and
    /// cut into groups of one item per form; in each group the hardest item goes to the form with the smallest sum of difficulty
    /// so far, the next to the next. So the sums of two forms never differ by more than the widest group (if the lighter form
    /// gets the harder item of a group, a difference d turns into at most max(d, width)). Ties are broken by order drawn from the seed.
    /// </summary>
    /// <param name="bank">Items with unique identifiers.</param>
    /// <param name="perForm">How many items of each objective a form has, at least 1 each.</param>
    /// <param name="forms">How many forms, at least 1.</param>
    /// <param name="seed">Same bank, plan and seed give the same forms.</param>
    /// <returns>The forms, or which objectives have too few items.</returns>
    public static Result<ParallelForms> Choose(
        IReadOnlyList<BankItem> bank, IReadOnlyList<KeyValuePair<string, int>> perForm, int forms, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(bank);
        ArgumentNullException.ThrowIfNull(perForm);
        ArgumentOutOfRangeException.ThrowIfLessThan(forms, 1);
        if (bank.Select(entry => entry.Item.Identifier).Distinct().Count() < bank.Count || bank.Any(entry => !double.IsFinite(entry.Difficulty)))
        {
            return Refusals.RequestContradicts.Because("Items of a bank have identifiers of their own and finite difficulties.");
        }

        var byObjective = bank.ToLookup(entry => entry.Item.Tags.Objective);
        var lacking = perForm.Where(plan => byObjective[plan.Key].Count() < plan.Value * forms).ToList();
        return lacking.Count > 0
            ? Refusals.RequestContradicts.Because("The bank is too small for these forms.", [.. lacking.Select(plan => Lack(plan, byObjective, forms))])
            : Deal(byObjective, perForm, forms, new SplitMix64(seed));
    }

    private static Place Lack(KeyValuePair<string, int> plan, ILookup<string?, BankItem> byObjective, int forms) =>
        new($"objective {plan.Key}", $"{forms} forms need {plan.Value * forms} items; the bank has {byObjective[plan.Key].Count()}.");

    private static ParallelForms Deal(
        ILookup<string?, BankItem> byObjective, IReadOnlyList<KeyValuePair<string, int>> perForm, int forms, SplitMix64 random)
    {
        var dealt = Enumerable.Range(0, forms).Select(_ => new List<BankItem>()).ToList();
        foreach (var (objective, count) in perForm)
        {
            var drawn = random.Shuffle(byObjective[objective]).Take(count * forms).OrderBy(entry => entry.Difficulty);
            foreach (var group in drawn.Chunk(forms))
            {
                var lightestFirst = random.Shuffle(dealt).OrderBy(form => form.Sum(entry => entry.Difficulty));
                foreach (var (form, entry) in lightestFirst.Zip(group.Reverse()).ToList())
                {
                    form.Add(entry);
                }
            }
        }

        return new ParallelForms(dealt);
    }
}
