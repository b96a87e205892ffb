using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Features.Agencies;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Features.Accounts;

/// <summary>An administrator makes an account for a colleague, who chooses the password with a one-time code.</summary>
internal static class AddAccount
{
    /// <param name="SignInName">Name to sign in with: letters, digits, dot, hyphen, underscore, at sign.</param>
    /// <param name="Label">The person's name, for the agency's own list.</param>
    /// <param name="Role">What the person may do.</param>
    internal sealed record Request(
        [property: Required, RegularExpression("^[A-Za-z0-9._@-]{3,100}$", ErrorMessage = "Three or more letters, digits, dots, hyphens, underscores or at signs.")] string SignInName,
        [property: Required, StringLength(100, MinimumLength = 2)] string Label,
        [property: Required, AllowedValues(Domain.People.Role.AgencyAdmin, Domain.People.Role.Trainer, Domain.People.Role.Supervisor, Domain.People.Role.Evaluator, Domain.People.Role.PrivacyOfficer)] string Role);

    /// <param name="Account">Number of the account within the agency.</param>
    /// <param name="Code">One-time code to hand over, shown this once.</param>
    /// <param name="ExpiresAt">When the code stops to work.</param>
    internal sealed record Answer(int Account, string Code, DateTimeOffset ExpiresAt);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/accounts", Handle)
        .RequireStaff(Role.AgencyAdmin).WithTags("Accounts")
        .WithSummary("Makes an account of the own agency; answers the one-time code with which its person chooses a password.");

    [Audited("add.account")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Request request, Staff staff, Database database, TimeProvider clock, IOptions<AccountOptions> options, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        try
        {
            var added = await database.WriteAsync(async session =>
            {
                var answer = await AddAsync(session, staff.AgencyId, request, now, now.AddHours(options.Value.InviteHours));
                await Audit.RecordAsync(session, staff, "add.account", null, now);
                return (Result<Answer>)answer;
            }, stop);
            return added.ToOk();
        }
        catch (Exception exception) when (Dialect.IsUniqueViolation(exception))
        {
            return Refusals.AlreadyThere.Because("Somebody signs in with this name already; choose another.").ToProblem();
        }
    }

    /// <summary>Adds an account with a key of its own, whose secret nobody has.</summary>
    internal static async Task<Answer> AddAsync(Session session, int agencyId, Request request, DateTimeOffset now, DateTimeOffset until)
    {
        var key = StaffKey.Read(await AddKey.CreateAsync(session, agencyId, request.Role, request.Label, now))!.Value;
        var code = Secret.NewInvite();
        await new AccountStore(session).Add(
            new AccountRow { AgencyId = agencyId, KeyNo = key.KeyNo, SignInName = NameOf(request.SignInName), InviteUntil = until },
            Secret.Hash(Code.ReadRosterToken(code)!));
        return new Answer(key.KeyNo, code, until);
    }

    /// <summary>A sign-in name as compared.</summary>
    internal static string NameOf(string? typed) => (typed ?? "").Trim().ToLowerInvariant();
}
