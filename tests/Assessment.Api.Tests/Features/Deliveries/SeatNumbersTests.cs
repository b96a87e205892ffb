using Assessment.Api.Features.Deliveries;

namespace Assessment.Api.Tests.Features.Deliveries;

public class SeatNumbersTests
{
    [TestCase("3, 7-9", new[] { 3, 7, 8, 9 }), TestCase(" 2 ,2-3", new[] { 2, 3 }), TestCase("", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 }), TestCase(null, new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 })]
    public void Numbers_and_ranges_are_read_and_nothing_means_everybody(string? typed, int[] numbers) => SeatNumbers.Read(typed, 9).Should().Equal(numbers);

    [TestCase("0"), TestCase("10"), TestCase("5-3"), TestCase("1-2-3"), TestCase("Pat"), TestCase("-1")]
    public void What_is_no_number_of_the_class_is_refused(string typed) => SeatNumbers.Read(typed, 9).Should().BeNull();
}
