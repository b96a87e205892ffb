using Assessment.Api.Features.Samples;

namespace Assessment.Api.Tests.Features.Samples;

public sealed class ItemModelTests
{
    private static readonly SampleForm A = Read("dekt-a"), B = Read("dekt-b");
    private static readonly StudyTruth Truth = new();
    private static readonly ItemModel Model = new(new Pcg32(3, 1), Truth, A, B);

    [Test]
    public void Half_of_the_people_whose_ability_equals_the_difficulty_know_the_answer() =>
        Model.Knows(A.Items[0], Model.Parameters["a01"].Difficulty).Should().BeApproximately(0.5, 1e-12);

    [Test]
    public void Discrimination_is_four_times_the_slope_at_the_difficulty()
    {
        var (discrimination, difficulty) = Model.Parameters["b07"];
        var slope = (Model.Knows(B.Items[6], difficulty + 1e-5) - Model.Knows(B.Items[6], difficulty - 1e-5)) / 2e-5;

        slope.Should().BeApproximately(discrimination / 4, 1e-8);
    }

    [Test]
    public void Form_B_is_harder_by_the_planted_amount()
    {
        double Mean(SampleForm form) => form.Items.Average(item => Model.Parameters[item.Identifier].Difficulty);

        (Mean(B) - Mean(A)).Should().BeApproximately(Truth.FormBHarderLogits, 1e-6);
    }

    // Right of one, three right without a number told, two right with the number told.
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(8)]
    public void Expected_points_are_the_mean_of_drawn_answers(int place)
    {
        var item = A.Items[place];
        var random = new Pcg32(11, 2);

        var mean = Enumerable.Range(0, 30_000).Average(_ => Score(item, Model.Answer(random, item, 0.4)));

        mean.Should().BeApproximately(Model.ExpectedPoints(item, 0.4), 0.01);
    }

    [Test]
    public void Answers_hold_as_many_options_as_the_stem_tells()
    {
        var random = new Pcg32(5, 2);

        Enumerable.Range(0, 500).Select(_ => Model.Answer(random, A.Items[8], 0).Split('|').Length).Should().OnlyContain(count => count == 2);
    }

    private static double Score(SampleItem item, string answer)
    {
        var chosen = answer.Split('|');
        var hits = chosen.Count(item.Keys.Contains);
        return Math.Max(0, hits - (chosen.Length - hits)) / (double)item.Keys.Count;
    }

    private static SampleForm Read(string name) => SampleForm.Read(Path.Combine(SampleStudy.Shipped.Folder, "forms", name + ".json"));
}
