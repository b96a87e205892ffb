using Assessment.Domain.People;

namespace Assessment.Domain.Tests.People;

public sealed class StateTimeZoneTests
{
    [TestCase("OH", "America/New_York")]
    [TestCase("TX", "America/Chicago")]
    [TestCase("AZ", "America/Phoenix")]
    [TestCase("GU", "Pacific/Guam")]
    [TestCase(null, "UTC")]
    [TestCase("ZZ", "UTC")]
    public void A_State_has_the_zone_most_of_its_people_live_in(string? state, string zone) => StateTimeZone.Of(state).Should().Be(zone);
}
