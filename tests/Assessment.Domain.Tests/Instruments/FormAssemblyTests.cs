using Assessment.Domain.Instruments;
using CsCheck;

namespace Assessment.Domain.Tests.Instruments;

public class FormAssemblyTests
{
    private static readonly KeyValuePair<string, int>[] Plan = [new("DE_ALT.1", 2), new("REFERRAL.1", 1)];

    [Test]
    public void The_lighter_form_gets_the_harder_item()
    {
        // DE_ALT.1 is used up whole: groups (0.1, 0.2) and (0.6, 0.9). Whoever gets 0.2 gets 0.6; sums 0.8 and 1.0. REFERRAL.1: 0.5 goes to 0.8.
        var forms = FormAssembly.Choose(Bank(("DE_ALT.1", 0.6), ("DE_ALT.1", 0.1), ("DE_ALT.1", 0.9), ("DE_ALT.1", 0.2), ("REFERRAL.1", 0.5), ("REFERRAL.1", 0.4)), Plan, 2, 1)
            .Value.Forms;
        forms.Select(form => string.Join(' ', form.Select(entry => entry.Difficulty)))
            .Should().BeEquivalentTo("0.2 0.6 0.5", "0.1 0.9 0.4");
    }

    [Test]
    public void Forms_hold_the_plan_share_no_item_and_lie_close_together() =>
        Gen.Select(Gen.Double[0, 1].Array[24], Gen.Double[0, 1].Array[8], Gen.Int[2, 4], Gen.ULong).Sample((first, second, forms, seed) =>
        {
            var bank = Bank([.. first.Select(difficulty => ("DE_ALT.1", difficulty)), .. second.Select(difficulty => ("REFERRAL.1", difficulty))]);
            KeyValuePair<string, int>[] plan = [new("DE_ALT.1", 5), new("REFERRAL.1", 2)];
            var dealt = FormAssembly.Choose(bank, plan, forms, seed).Value.Forms;
            var sums = dealt.Select(form => form.Sum(entry => entry.Difficulty)).ToList();
            return dealt.Count == forms
                && dealt.All(form => form.Select(entry => entry.Item.Tags.Objective).SequenceEqual([.. Enumerable.Repeat("DE_ALT.1", 5), .. Enumerable.Repeat("REFERRAL.1", 2)]))
                && dealt.SelectMany(form => form).Select(entry => entry.Item.Identifier).Distinct().Count() == 7 * forms
                && sums.Max() - sums.Min() <= WidestGroup(dealt) + 1e-12;
        });

    [Test]
    public void The_same_seed_chooses_the_same_items_and_another_seed_others()
    {
        var bank = Bank([.. Enumerable.Range(0, 40).Select(i => ("DE_ALT.1", i / 40.0))]);
        KeyValuePair<string, int>[] plan = [new("DE_ALT.1", 5)];
        Names(7).Should().Equal(Names(7));
        Names(7).Should().NotEqual(Names(8));

        List<string> Names(ulong seed) => [.. FormAssembly.Choose(bank, plan, 2, seed).Value.Forms.SelectMany(form => form).Select(entry => entry.Item.Identifier)];
    }

    [Test]
    public void A_bank_too_small_is_refused_with_each_objective_that_lacks_items()
    {
        var refusal = FormAssembly.Choose(Bank(("DE_ALT.1", 0.1), ("DE_ALT.1", 0.2), ("DE_ALT.1", 0.3)), Plan, 2, 1).Refusal!;
        refusal.Code.Should().Be(Refusals.RequestContradicts);
        refusal.Places.Should().Equal(
            new Place("objective DE_ALT.1", "2 forms need 4 items; the bank has 3."), new Place("objective REFERRAL.1", "2 forms need 2 items; the bank has 0."));
    }

    [Test]
    public void A_bank_with_twins_or_unknown_difficulty_is_refused()
    {
        var bank = Bank(("DE_ALT.1", 0.1), ("DE_ALT.1", 0.2));
        KeyValuePair<string, int>[] plan = [new("DE_ALT.1", 1)];
        FormAssembly.Choose([.. bank, bank[0]], plan, 1, 1).IsRefused.Should().BeTrue();
        FormAssembly.Choose([bank[0], bank[1] with { Difficulty = double.NaN }], plan, 1, 1).IsRefused.Should().BeTrue();
    }

    /// <summary>Items were added group by group, so the k-th items of all forms are a group.</summary>
    private static double WidestGroup(IReadOnlyList<IReadOnlyList<BankItem>> forms) => Enumerable.Range(0, forms[0].Count)
        .Max(place => forms.Max(form => form[place].Difficulty) - forms.Min(form => form[place].Difficulty));

    private static BankItem[] Bank(params (string Objective, double Difficulty)[] entries) => [.. entries.Select((entry, i) =>
        new BankItem(new TrueFalse($"i{i}", "stem", ItemExamples.NoTags with { Objective = entry.Objective }, Points.One, true), entry.Difficulty))];
}
