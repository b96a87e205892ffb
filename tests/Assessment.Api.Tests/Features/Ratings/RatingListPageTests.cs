using System.Net;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Ratings;

/// <summary>The page that roles land on after signing in.</summary>
public sealed class RatingListPageTests : ApplicationTests
{
    [TestCase("privacy-officer", "Privacy officers rate nothing")]
    [TestCase("evaluator", "your account is no rater's yet")]
    [TestCase("supervisor", "No class is due for a follow-up now")]
    [TestCase("trainer", "Nothing waits for you")]
    public async Task Every_role_is_told_in_a_sentence_what_there_is_for_it(string role, string sentence)
    {
        var agency = await Application.NewAgencyAsync();
        var member = await StaffMember.AddAsync(Application, agency, role);
        using var browser = await member.BrowserAsync(Application);
        var page = await browser.GetAsync("/ratings");
        (page.Status, page.Path).Should().Be((HttpStatusCode.OK, "/ratings"));
        page.Html.Should().Contain(sentence);
    }

    [Test]
    public async Task A_rater_without_work_is_told_so()
    {
        var agency = await Application.NewAgencyAsync();
        var member = await StaffMember.AddAsync(Application, agency, "evaluator");
        await member.RateAsync(agency, "coder");
        using var browser = await member.BrowserAsync(Application);
        (await browser.GetAsync("/ratings")).Html.Should().Contain("Nothing is given to you to rate.").And.NotContain("no rater's yet");
    }
}
