using Assessment.Api.Features.Bundles;
using Assessment.Data;

namespace Assessment.Api.Tests.Features.Bundles;

/// <summary>Which hand-in stands of two. "-" is open; "R9" a receipt with its hour; a "t" behind it: by the end of time.</summary>
public sealed class HandInTests
{
    [TestCase("-", "R9", false, ExpectedResult = "R9", TestName = "Handed in on the box is handed in")]
    [TestCase("R9", "-", true, ExpectedResult = "R9", TestName = "A bundle opens nothing again")]
    [TestCase("R9", "S8", true, ExpectedResult = "R9", TestName = "An older hand-in changes nothing")]
    [TestCase("R9", "S10", true, ExpectedResult = "S10", TestName = "Opened again on the box and handed in later is the one that stands")]
    [TestCase("R9", "S10", false, ExpectedResult = "R9", TestName = "Where the box had not seen all of here the receipt given here stands")]
    [TestCase("R9t", "S8", true, ExpectedResult = "S8", TestName = "The participant's own hand-in goes before the end of time")]
    [TestCase("R9t", "S8t", true, ExpectedResult = "R9", TestName = "Of two ends of time the later stands")]
    public string The_receipt_that_stands(string here, string there, bool boxSawAll) =>
        HandIn.Merge(Attempt(here), Attempt(there), boxSawAll).Receipt ?? "-";

    [Test]
    public void A_running_attempt_has_the_times_of_the_box_where_the_box_saw_all()
    {
        var (here, box) = (Attempt("-"), Attempt("-") with { ExtraMinutes = 10, Outlives = true });
        HandIn.Merge(here, box, boxSawAll: true).Should().Be(box);
        HandIn.Merge(here, box, boxSawAll: false).Should().Be(here);
    }

    private static AttemptRow Attempt(string handIn) => handIn == "-" ? new AttemptRow() : new AttemptRow
    {
        Receipt = handIn.TrimEnd('t'),
        EndedBy = handIn.EndsWith('t') ? "time" : "participant",
        SubmittedAt = new DateTimeOffset(2026, 3, 2, int.Parse(handIn.Trim('t')[1..], System.Globalization.CultureInfo.InvariantCulture), 0, 0, TimeSpan.Zero),
    };
}
