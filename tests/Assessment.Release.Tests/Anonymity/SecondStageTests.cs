using Assessment.Release.Anonymity;
using Assessment.Release.Hierarchies;
using Assessment.Release.Snapshot;
using Assessment.Release.Table;

namespace Assessment.Release.Tests.Anonymity;

/// <summary>One class; everybody answered the post-test in the months given, one character a person.</summary>
public class SecondStageTests
{
    private static readonly ReleaseInstrument Knowledge = SimulatedStudy.Knowledge;
    private static readonly ReleaseWave Post = SimulatedStudy.Waves[1];

    /// <summary>Code 2 is 0-3 months, 3 is 4-6 months, 97 is masked; k = 11, g = 5.</summary>
    [TestCase("11111111111", "2 2 2 2 2 2 2 2 2 2 2", TestName = "One band of k people is shown")]
    [TestCase("1111111111144444444444", "2 2 2 2 2 2 2 2 2 2 2 3 3 3 3 3 3 3 3 3 3 3", TestName = "Two bands of k people are shown")]
    [TestCase("11111111111444444", "2 2 2 2 2 2 2 2 2 2 2 97 97 97 97 97 97", TestName = "A band of fewer than k people of the file is masked")]
    [TestCase("111111111114", "97 97 97 97 97 97 97 97 97 97 97 97", TestName = "One masked person would stand out, so the next band goes too")]
    public void Month_bands_of_a_class(string months, string bands)
    {
        var stage = new SecondStage(People(months), [new ScoreColumn(Knowledge, Post)], 11, 5);

        string.Join(' ', stage.MonthBands([Post]).Select(row => row.Single())).Should().Be(bands);
    }

    [Test]
    public void Wave_whose_scores_are_hidden_looks_unanswered_in_its_months_too()
    {
        var population = People("11111111111");
        var columns = new[] { new ScoreColumn(Knowledge, Post) };
        var persons = population.Persons.Select((person, i) => i < 3 ? person with { Waves = [] } : person).ToList();

        var stage = new SecondStage(population with { Persons = persons }, columns, 11, 5);

        stage.Shown.Should().Equal(0UL, 0UL, 0UL, 0UL, 0UL, 1UL, 1UL, 1UL, 1UL, 1UL, 1UL);
        stage.MonthBands([Post]).Select(row => row.Single() == ReleasedCode.NotAnswered).Should().Equal(stage.Shown.Select(pattern => pattern == 0));
    }

    private static Population People(string months)
    {
        var sex = Hierarchy.Read("sex", new StringReader("x,*\ny,*\n")).Value;
        var persons = months.Select((month, i) => new ReleasePerson(
            new Guid(i, 0, 0, new byte[8]),
            Guid.Empty,
            ConsentDecision.Granted,
            new Dictionary<string, string?>(),
            [new AnsweredWave(Post.Identifier, month - '0', new Dictionary<string, double> { [Knowledge.Identifier] = i })]));
        return new Population([.. persons], [new QuasiColumn(sex, 0, [.. months.Select(_ => "x")])]);
    }
}
