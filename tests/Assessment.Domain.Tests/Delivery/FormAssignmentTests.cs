using Assessment.Domain.Delivery;

namespace Assessment.Domain.Tests.Delivery;

public class FormAssignmentTests
{
    [Test]
    public void Half_of_a_class_takes_form_A_first_and_everybody_changes_form_at_the_post_test()
    {
        var first = Enumerable.Range(0, 20).Select(position => FormAssignment.IndexFor(position, Wave.Pre, 2)).ToList();
        var second = Enumerable.Range(0, 20).Select(position => FormAssignment.IndexFor(position, Wave.Post, 2)).ToList();
        first.Count(form => form == 0).Should().Be(10);
        first.Zip(second).Should().OnlyContain(pair => pair.First != pair.Second);
    }

    [Test]
    public void A_single_form_goes_to_everybody() => FormAssignment.IndexFor(7, Wave.FollowUp6, 1).Should().Be(0);

    [Test]
    public void Waves_stand_at_their_ordinal() => Wave.All.Select(wave => wave.Ordinal).Should().Equal(0, 1, 2, 3);
}
