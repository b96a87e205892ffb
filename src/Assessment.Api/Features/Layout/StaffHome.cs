using Assessment.Domain.People;

namespace Assessment.Api.Features.Layout;

/// <summary>A link of the head of a page.</summary>
internal sealed record PageLink(string Address, string Text);

/// <summary>Where staff of a role go after signing in, and what the head of their pages links to.</summary>
internal static class StaffHome
{
    private static readonly PageLink Classes = new("/classes", "Classes"), Ratings = new("/ratings", "Ratings"), Raters = new("/raters", "Raters"), Forms = new("/forms", "Tests"), Accounts = new("/accounts", "Accounts");

    public static IReadOnlyList<PageLink> LinksOf(string role) => role switch
    {
        Role.AgencyAdmin => [Classes, Forms, Raters, Accounts],
        Role.Trainer => [Classes, Ratings],
        _ => [Ratings],
    };

    public static string Of(string role) => LinksOf(role)[0].Address;
}
