using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Assessment.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Security;

/// <summary>
/// Staff signed in on the pages. Addresses under /api take keys only, so that no page of another site can use the cookie there.
/// </summary>
internal static class StaffCookie
{
    public const string Scheme = "StaffCookie";

    private const string Name = "name", Stamp = "stamp";

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "assessment-staff";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.LoginPath = "/sign-in";
        cookie.AccessDeniedPath = "/not-allowed";
        cookie.ReturnUrlParameter = "to";
        cookie.SlidingExpiration = false;
        cookie.Events.OnValidatePrincipal = RefuseStoppedAsync;
    }

    /// <summary>Signs an account in for a working day; its key stands for it from then on.</summary>
    public static Task SignInAsync(HttpContext context, AccountRow account)
    {
        var claims = new[]
        {
            new Claim(Callers.Agency, account.AgencyId.ToString(CultureInfo.InvariantCulture)),
            new Claim(Callers.Key, account.KeyNo.ToString(CultureInfo.InvariantCulture)),
            new Claim(ClaimTypes.Role, account.Role),
            new Claim(Name, account.Label),
            new Claim(Stamp, StampOf(account)),
        };
        var hours = context.RequestServices.GetRequiredService<IOptions<AccountOptions>>().Value.SignedInHours;
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return context.SignInAsync(
            Scheme,
            new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)),
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(hours) });
    }

    /// <summary>The name of who is signed in, for the head of a page.</summary>
    public static string? NameOf(ClaimsPrincipal user) => user.FindFirstValue(Name);

    /// <summary>A stopped account, or one whose password was changed since, is signed out with its next request.</summary>
    private static async Task RefuseStoppedAsync(CookieValidatePrincipalContext context)
    {
        var staff = Staff.From(context.Principal!)!;
        var account = await context.HttpContext.RequestServices.GetRequiredService<Database>()
            .ReadAsync(session => new AccountStore(session).Find(staff.AgencyId, staff.KeyNo), context.HttpContext.RequestAborted);
        if (account is not { RevokedAt: null } || StampOf(account) != context.Principal!.FindFirstValue(Stamp))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
        }
    }

    private static string StampOf(AccountRow account) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(account.PasswordHash ?? "")))[..16];
}

/// <summary>Accounts of staff. Section "Accounts".</summary>
internal sealed class AccountOptions
{
    public const string Section = "Accounts";

    /// <summary>How long somebody stays signed in, in hours: a working day.</summary>
    public int SignedInHours { get; set; } = 12;

    /// <summary>How long a one-time code for choosing a password works, in hours.</summary>
    public int InviteHours { get; set; } = 72;

    public bool Valid => SignedInHours is >= 1 and <= 24 && InviteHours is >= 1 and <= 336;
}

/// <summary>A page for signed-in staff of these roles.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class StaffPageAttribute : AuthorizeAttribute
{
    public StaffPageAttribute(params string[] roles)
    {
        AuthenticationSchemes = StaffCookie.Scheme;
        Roles = string.Join(',', roles);
    }
}

/// <summary>A page that everybody may open, and why.</summary>
/// <param name="why">One sentence.</param>
[AttributeUsage(AttributeTargets.Class)]
internal class OpenPageAttribute(string why) : Attribute, IAllowAnonymous
{
    public string Why { get; } = why;
}

/// <summary>
/// An open page in the frame of the staff's pages: it knows who is signed in, if anybody is. The forms in its head, signing out and
/// the language, are sealed for that person and would be refused otherwise.
/// </summary>
/// <param name="why">One sentence.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OpenStaffPageAttribute(string why) : OpenPageAttribute(why), IAuthorizeData
{
    public string? Policy { get; set; }

    public string? Roles { get; set; }

    public string? AuthenticationSchemes { get; set; } = StaffCookie.Scheme;
}
