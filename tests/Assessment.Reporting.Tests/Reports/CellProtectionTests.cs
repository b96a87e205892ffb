using Assessment.Reporting.Reports;

namespace Assessment.Reporting.Tests.Reports;

public sealed class CellProtectionTests
{
    [TestCase(0, false)]
    [TestCase(1, true)]
    [TestCase(10, true)]
    [TestCase(11, false)]
    public void Small_is_1_to_10(int count, bool small)
    {
        CellProtection.IsSmall(count).Should().Be(small);
        CellProtection.Hidden([new("a", count)], []).Contains("a").Should().Be(small);
    }

    [Test]
    public void Single_small_part_of_a_shown_total_takes_the_smallest_other_part_along()
    {
        // 50 = 5 + 15 + 30: with 5 alone hidden, 50 − 45 tells it. With 15 hidden too, it may be up to 50 − 30 − 1 = 19.
        Hidden([new("total", 50, CountRole.Kept), new("a", 5), new("b", 15), new("c", 30)], new CountSum("total", "a", "b", "c")).Should().Equal("a", "b");
    }

    [Test]
    public void Complement_that_leaves_too_narrow_a_bound_is_not_enough()
    {
        // 43 = 5 + 4 + 34: both small are hidden, and each is at most 43 − 34 − 1 = 8, so the 34 goes too.
        Hidden([new("total", 43, CountRole.Kept), new("a", 5), new("b", 4), new("c", 34)], new CountSum("total", "a", "b", "c")).Should().Equal("a", "b", "c");
    }

    [Test]
    public void Small_difference_of_two_shown_counts_hides_the_open_one()
    {
        Hidden([new("pre", 101), new("pairs", 97, CountRole.Last), new("lost", 4, CountRole.Unprinted)], new CountSum("pre", "pairs", "lost")).Should().Equal("pre");
    }

    [Test]
    public void Complement_is_followed_through_a_second_table()
    {
        // Hiding "pre" alone helps nothing while the two forms that make it up are shown.
        Hidden(
            [new("pre", 101), new("pairs", 97, CountRole.Last), new("lost", 4, CountRole.Unprinted), new("a", 51), new("b", 50)],
            new CountSum("pre", "pairs", "lost"), new CountSum("pre", "a", "b")).Should().Equal("b", "pre");
    }

    [Test]
    public void Zero_is_shown_and_never_hidden()
    {
        Hidden([new("total", 16), new("a", 0), new("b", 16)], new CountSum("total", "a", "b")).Should().BeEmpty();
        Hidden([new("total", 25, CountRole.Public), new("a", 5), new("b", 20), new("c", 0)], new CountSum("total", "a", "b", "c")).Should().Equal("a", "b");
    }

    [Test]
    public void Public_count_is_never_hidden_even_when_it_bounds_a_small_one()
    {
        Hidden([new("employed", 9, CountRole.Public), new("trained", 7), new("untrained", 2)], new CountSum("employed", "trained", "untrained")).Should().Equal("trained", "untrained");
    }

    // "a" cannot get above its public bound of 6, so hiding the 90 and the pairs for its sake would help nobody.
    [Test]
    public void Count_that_a_public_one_bounds_takes_no_other_along()
    {
        Hidden(
            [new("working", 6, CountRole.Public), new("a", 3), new("rest", 3, CountRole.Unprinted), new("officers", 90), new("all", 93, CountRole.Unprinted), new("pairs", 70, CountRole.Last), new("others", 23, CountRole.Unprinted)],
            new CountSum("working", "a", "rest"), new CountSum("all", "officers", "a"), new CountSum("all", "pairs", "others")).Should().Equal("a");
    }

    [Test]
    public void Counts_that_do_not_add_up_end_all_the_same()
    {
        Hidden([new("total", 12), new("a", 5), new("b", 40), new("other", 3)], new CountSum("total", "a", "b"), new CountSum("b", "total", "other"), new CountSum("other", "a"))
            .Should().Contain(["a", "other"]);
    }

    // The reader of the test tries every way to fill the hidden cells of one sum, and must find one where the small cell is 11 or more.
    [Test]
    public void No_small_part_of_a_random_sum_is_pinned_below_11()
    {
        var random = new Random(11);
        for (var round = 0; round < 2000; round++)
        {
            int[] parts = [.. Enumerable.Range(0, 2 + random.Next(5)).Select(_ => random.Next(30))];
            var cells = parts.Select((value, i) => new CountCell($"p{i}", value)).Append(new("total", parts.Sum())).ToArray();
            var hidden = CellProtection.Hidden(cells, [new("total", [.. parts.Select((_, i) => $"p{i}")])]);
            if (hidden.Contains("total")) continue;
            var left = parts.Where((_, i) => hidden.Contains($"p{i}")).Sum();
            var others = hidden.Count - 1;
            if (hidden.Count > 0) (left - others).Should().BeGreaterThanOrEqualTo(CellProtection.Threshold, string.Join(' ', parts));
        }
    }

    private static IEnumerable<string> Hidden(IReadOnlyList<CountCell> cells, params CountSum[] sums) =>
        CellProtection.Hidden(cells, sums).Where(key => cells.Single(cell => cell.Key == key).Role != CountRole.Unprinted).Order(StringComparer.Ordinal);
}
