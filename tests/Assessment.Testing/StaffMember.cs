using System.Globalization;
using Assessment.Api.Features.Accounts;
using Assessment.Api.Features.Raters;

namespace Assessment.Testing;

/// <summary>A colleague with an account, for tests of pages.</summary>
/// <param name="Name">Sign-in name.</param>
/// <param name="Account">Number of the account within the agency.</param>
internal sealed record StaffMember(string Name, int Account)
{
    public const string Password = "correct horse battery staple";

    /// <summary>Makes an account and chooses its password.</summary>
    public static async Task<StaffMember> AddAsync(AssessmentApplication application, AssessmentApplicationAgency agency, string role)
    {
        var name = "m" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..12];
        var added = await agency.Admin.PostAsync<AddAccount.Answer>("/api/accounts", new { signInName = name, label = $"The {role}", role });
        using var browser = new PageClient(application.Address);
        await browser.GetAsync("/welcome");
        (await browser.PostAsync("/welcome", ("Code", added.Code), ("Password", Password), ("Again", Password))).Path.Should().NotStartWith("/welcome");
        return new StaffMember(name, added.Account);
    }

    /// <summary>The administrator registers the account as a rater.</summary>
    public async Task<Guid> RateAsync(AssessmentApplicationAgency agency, string kind) =>
        (await agency.Admin.PostAsync<AddRater.Answer>("/api/raters", new { kind, label = "Rater", keyNumber = Account })).RaterId;

    /// <summary>A browser in which the colleague is signed in.</summary>
    public async Task<PageClient> BrowserAsync(AssessmentApplication application)
    {
        var browser = new PageClient(application.Address);
        await browser.SignInAsync(Name, Password);
        return browser;
    }
}
