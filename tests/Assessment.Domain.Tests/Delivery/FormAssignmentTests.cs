using Assessment.Domain.Delivery;

namespace Assessment.Domain.Tests.Delivery;

public class FormAssignmentTests
{
    [Test]
    public void Half_of_a_class_takes_form_A_first_and_everybody_changes_form_at_the_post_test()
    {
        var first = Enumerable.Range(0, 20).Select(position => FormAssignment.Alternating(position, 0, 2)).ToList();
        var second = Enumerable.Range(0, 20).Select(position => FormAssignment.Alternating(position, 1, 2)).ToList();
        first.Count(form => form == 0).Should().Be(10);
        first.Zip(second).Should().OnlyContain(pair => pair.First != pair.Second);
    }

    [Test]
    public void A_single_form_goes_to_everybody() => FormAssignment.Alternating(7, 2, 1).Should().Be(0);

    [Test]
    public void Forms_dealt_at_random_come_once_in_each_block_and_turn_with_the_wave()
    {
        for (var seed = 0L; seed < 50; seed++)
        {
            var first = Enumerable.Range(0, 12).Select(position => FormAssignment.Random(seed, position, 0, 3)).ToList();
            first.Chunk(3).Should().OnlyContain(block => block.Order().SequenceEqual(new[] { 0, 1, 2 }));
            var second = Enumerable.Range(0, 12).Select(position => FormAssignment.Random(seed, position, 1, 3));
            first.Zip(second).Should().OnlyContain(pair => pair.Second == (pair.First + 1) % 3);
        }
    }

    [Test]
    public void Dealing_at_random_differs_from_seed_to_seed() =>
        Enumerable.Range(0, 20).Select(seed => string.Join(' ', Enumerable.Range(0, 12).Select(position => FormAssignment.Random(seed, position, 0, 3))))
            .Distinct().Should().HaveCountGreaterThan(15, "four blocks of three forms have 1,296 orders");

    [Test]
    public void Waves_stand_at_their_ordinal() => Wave.All.Select(wave => wave.Ordinal).Should().Equal(0, 1, 2, 3);
}
