namespace Assessment.Data;

/// <summary>A person of staff who signs in with a name and a password.</summary>
public sealed record AccountRow
{
    /// <summary>The agency.</summary>
    public int AgencyId { get; init; }

    /// <summary>The key that stands for the account.</summary>
    public int KeyNo { get; init; }

    /// <summary>Lower case, unique in the installation.</summary>
    public string SignInName { get; init; } = "";

    /// <summary>Hash by the framework's hasher; null until a password was chosen.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>When the open invitation stops to work; null when none is open.</summary>
    public DateTimeOffset? InviteUntil { get; init; }

    /// <summary>Wrong passwords since the last right one.</summary>
    public int Failures { get; init; }

    /// <summary>No password is tried before.</summary>
    public DateTimeOffset? WaitUntil { get; init; }

    /// <summary>The key's role; read, not written.</summary>
    public string Role { get; init; } = "";

    /// <summary>The key's label, the person's name; read, not written.</summary>
    public string Label { get; init; } = "";

    /// <summary>When the account was stopped; read, not written.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}

/// <summary>Accounts of staff.</summary>
public sealed class AccountStore(Session session)
{
    private const string Accounts =
        """
        SELECT a.agency_id, a.key_no, a.sign_in_name, a.password_hash, a.invite_until, a.failures, a.wait_until, k.role, k.label, k.revoked_at
        FROM account a
        JOIN api_key k ON k.agency_id = a.agency_id AND k.key_no = a.key_no

        """;

    /// <summary>Adds an account to a key that is there. A sign-in name that somebody has is a unique violation.</summary>
    /// <param name="account">The account; its password comes with the invitation.</param>
    /// <param name="inviteHash">SHA-256 of the one-time code.</param>
    public Task Add(AccountRow account, byte[] inviteHash)
    {
        ArgumentNullException.ThrowIfNull(account);
        return session.Execute(
            """
            INSERT INTO account (agency_id, key_no, sign_in_name, password_hash, invite_hash, invite_until, failures)
            VALUES (@AgencyId, @KeyNo, @SignInName, @PasswordHash, @inviteHash, @InviteUntil, 0)
            """,
            new { account.AgencyId, account.KeyNo, account.SignInName, account.PasswordHash, inviteHash, account.InviteUntil });
    }

    /// <summary>True when nobody of any agency has an account yet.</summary>
    public async Task<bool> None() => await session.Value<int>("SELECT COUNT(*) FROM account") == 0;

    /// <summary>The account of a sign-in name, of whichever agency, stopped or not.</summary>
    public Task<AccountRow?> FindByName(string signInName) =>
        session.Find<AccountRow>(Accounts + "WHERE a.sign_in_name = @signInName", new { signInName });

    /// <summary>The account that a one-time code opens, of whichever agency.</summary>
    public Task<AccountRow?> FindByInvite(byte[] inviteHash, DateTimeOffset now) => session.Find<AccountRow>(
        Accounts + "WHERE a.invite_hash = @inviteHash AND a.invite_until > @now AND k.revoked_at IS NULL", new { inviteHash, now });

    /// <summary>The agency's account with this number.</summary>
    public Task<AccountRow?> Find(int agencyId, int keyNo) =>
        session.Find<AccountRow>(Accounts + "WHERE a.agency_id = @agencyId AND a.key_no = @keyNo", new { agencyId, keyNo });

    /// <summary>All accounts of an agency by number.</summary>
    public Task<IReadOnlyList<AccountRow>> List(int agencyId) =>
        session.List<AccountRow>(Accounts + "WHERE a.agency_id = @agencyId ORDER BY a.key_no", new { agencyId });

    /// <summary>Opens an invitation; an earlier one stops to work.</summary>
    public Task Invite(int agencyId, int keyNo, byte[] inviteHash, DateTimeOffset until) => session.Execute(
        """
        UPDATE account SET invite_hash = @inviteHash, invite_until = @until
        WHERE agency_id = @agencyId AND key_no = @keyNo
        """,
        new { agencyId, keyNo, inviteHash, until });

    /// <summary>Sets the password; the invitation is used up and nobody has to wait any longer.</summary>
    public Task SetPassword(int agencyId, int keyNo, string passwordHash) => session.Execute(
        """
        UPDATE account SET password_hash = @passwordHash, invite_hash = NULL, invite_until = NULL, failures = 0, wait_until = NULL
        WHERE agency_id = @agencyId AND key_no = @keyNo
        """,
        new { agencyId, keyNo, passwordHash });

    /// <summary>Keeps how often a wrong password was given, and until when nobody may try again.</summary>
    public Task SetFailures(int agencyId, int keyNo, int failures, DateTimeOffset? waitUntil) => session.Execute(
        "UPDATE account SET failures = @failures, wait_until = @waitUntil WHERE agency_id = @agencyId AND key_no = @keyNo",
        new { agencyId, keyNo, failures, waitUntil });
}
