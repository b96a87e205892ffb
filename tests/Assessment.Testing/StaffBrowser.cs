using Assessment.Api.Features.Accounts;

namespace Assessment.Testing;

/// <summary>Members of staff who sign in on the pages.</summary>
internal static class StaffBrowser
{
    public const string Password = "correct horse battery staple";

    /// <summary>Makes an account of a role with a password of its own; answers its sign-in name.</summary>
    public static async Task<string> AccountAsync(AssessmentApplication application, AssessmentApplicationAgency agency, string role)
    {
        var name = "s" + Guid.NewGuid().ToString("N")[..12];
        var added = await agency.Admin.PostAsync<AddAccount.Answer>("/api/accounts", new { signInName = name, label = $"The {role}", role });
        using var browser = new PageClient(application.Address);
        await browser.GetAsync("/welcome");
        await browser.PostAsync("/welcome", ("Code", added.Code), ("Password", Password), ("Again", Password));
        return name;
    }

    /// <summary>A browser in which a new member of staff is signed in.</summary>
    public static async Task<PageClient> SignedInAsync(AssessmentApplication application, AssessmentApplicationAgency agency, string role = "trainer")
    {
        var browser = new PageClient(application.Address);
        await browser.SignInAsync(await AccountAsync(application, agency, role), Password);
        return browser;
    }
}
