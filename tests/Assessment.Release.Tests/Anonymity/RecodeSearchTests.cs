using Assessment.Release.Anonymity;
using Assessment.Release.Hierarchies;
using Assessment.Release.Snapshot;

namespace Assessment.Release.Tests.Anonymity;

/// <summary>
/// Twelve people, two columns, k = 3, worked out by hand. rank (a, b under ab; c alone): 6 a, 3 b, 3 c. sex: x, except
/// one a and one b who are y. As asked, the classes are a-x 5, a-y 1, b-x 2, b-y 1, c-x 3.
/// rank at 1: ab-x 7, ab-y 2, c-x 3: fails. rank left out: x 10, y 2: fails. sex left out: a 6, b 3, c 3: works.
/// Loss of sex left out alone: (0 + 1) / 2 = 0.5. Nothing else works without it.
/// </summary>
public class RecodeSearchTests
{
    private const string Rank = "a,ab,*\nb,ab,*\nc,c,*\n";
    private const string Sex = "x,*\ny,*\n";
    private const string Ranks = "aaaaaabbbccc";
    private const string Sexes = "xxxxxyxxyxxx";

    [Test]
    public void Least_loss_recode_that_works_is_found_and_coarser_ones_are_not_repeated()
    {
        var found = new RecodeSearch(People(Ranks, Sexes)).LeastLoss(3, 3);

        found.Should().ContainSingle();
        found[0].Levels.Should().Equal(0, 1);
        found[0].Loss.Should().Be(0.5);
    }

    [Test]
    public void Columns_that_help_alone_are_told_from_those_that_do_not()
    {
        var search = new RecodeSearch(People(Ranks, Sexes));

        search.AloneEnough(0, 3).Should().BeNull();
        search.AloneEnough(1, 3).Should().Be(1);
    }

    /// <summary>
    /// a-x 4, b-x 2, b-y 2, c-y 4 and k = 4. Sex left out: 4, 4, 4; rank left out: x 6, y 6; both lose 0.5, and sex has
    /// fewer levels to go. rank at 1: ab-x 6, ab-y 2, c-y 4: fails.
    /// </summary>
    [Test]
    public void Ways_out_that_lose_as_much_come_fewest_levels_first()
    {
        var found = new RecodeSearch(People("aaaabbbbcccc", "xxxxxxyyyyyy")).LeastLoss(4, 3);

        found.Select(recode => string.Join(',', recode.Levels)).Should().Equal("0,1", "2,0");
        found.Should().OnlyContain(recode => recode.Loss == 0.5);
    }

    [Test]
    public void Too_many_combinations_are_not_tried()
    {
        var sex = Hierarchy.Read("sex", new StringReader(Sex)).Value;
        var columns = Enumerable.Repeat(new QuasiColumn(sex, 0, ["x", "y"]), 18).ToList();

        new RecodeSearch(new Population([], columns)).LeastLoss(2, 3).Should().BeEmpty();
    }

    private static Population People(string ranks, string sexes) => new(
        [.. ranks.Select((_, i) => new ReleasePerson(new Guid(i, 0, 0, new byte[8]), Guid.Empty, ConsentDecision.Granted, new Dictionary<string, string?>(), []))],
        [Column("rank", Rank, ranks), Column("sex", Sex, sexes)]);

    private static QuasiColumn Column(string name, string hierarchy, string values) =>
        new(Hierarchy.Read(name, new StringReader(hierarchy)).Value, 0, [.. values.Select(value => value.ToString())]);
}
