using Assessment.Data;
using Assessment.Domain;
using Microsoft.AspNetCore.Identity;

namespace Assessment.Api.Features.Accounts;

/// <summary>Holds a password against an account. Wrong ones make the next try wait, longer each time; nobody is locked out for good.</summary>
internal static class PasswordCheck
{
    private const int FreeFailures = 5, LongestWaitMinutes = 15;

    private static readonly PasswordHasher<AccountRow> Hasher = new();

    /// <summary>Checked where no account is, so that the time taken does not tell which names exist.</summary>
    private static readonly string NobodysHash = Hasher.HashPassword(new AccountRow(), "a password of nobody");

    private static readonly Refusal Wrong = Refusals.SignInFailed.Because("Name and password do not fit together. Check both, or ask your administrator for a one-time code.");

    public static string Hash(string password) => Hasher.HashPassword(new AccountRow(), password);

    /// <summary>The account that name and password open.</summary>
    public static async Task<Result<AccountRow>> SignInAsync(Database database, string name, string password, DateTimeOffset now, CancellationToken stop)
    {
        var account = await database.ReadAsync(session => new AccountStore(session).FindByName(name), stop);
        if (account?.WaitUntil > now)
        {
            return Refusals.SignInFailed.Because(
                $"Too many wrong passwords. Try again in {Math.Ceiling((account.WaitUntil.Value - now).TotalMinutes):0} min.");
        }

        var right = Hasher.VerifyHashedPassword(new AccountRow(), account?.PasswordHash ?? NobodysHash, password) != PasswordVerificationResult.Failed;
        if (account is not { PasswordHash: not null, RevokedAt: null })
        {
            return Wrong;
        }

        if (!right || account.Failures > 0)
        {
            await database.WriteAsync(session => CountAsync(session, account, right, now), stop);
        }

        return right ? account : Wrong;
    }

    /// <summary>Five wrong ones are free; then a minute, doubled with each, a quarter of an hour at most.</summary>
    internal static DateTimeOffset? WaitAfter(int failures, DateTimeOffset now) => failures < FreeFailures
        ? null
        : now.AddMinutes(Math.Min(LongestWaitMinutes, Math.Pow(2, Math.Min(failures - FreeFailures, 10))));

    /// <summary>Reads the count again: two wrong tries at once are two.</summary>
    private static async Task<bool> CountAsync(Session session, AccountRow account, bool right, DateTimeOffset now)
    {
        var store = new AccountStore(session);
        var failures = right ? 0 : (await store.Find(account.AgencyId, account.KeyNo))!.Failures + 1;
        await store.SetFailures(account.AgencyId, account.KeyNo, failures, WaitAfter(failures, now));
        return true;
    }
}
