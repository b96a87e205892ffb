using System.Security.Cryptography;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain.People;

namespace Assessment.Api.Features.Accounts;

/// <summary>
/// The one-time code of the first administrator, printed by a server that starts without any account. It lives in memory: a
/// server that is started again prints another.
/// </summary>
internal sealed class FirstCode(Database database)
{
    private byte[]? hash;

    /// <summary>The code to print, or null when somebody has an account.</summary>
    public async Task<string?> MakeAsync(CancellationToken stop)
    {
        if (!await database.ReadAsync(session => new AccountStore(session).None(), stop))
        {
            return null;
        }

        var code = Secret.NewInvite();
        hash = Secret.Hash(Code.ReadRosterToken(code)!);
        return code;
    }

    /// <summary>True when a code as read is the one that was printed.</summary>
    public bool Is(byte[] typed) => hash is { } known && CryptographicOperations.FixedTimeEquals(known, typed);

    /// <summary>The code was used.</summary>
    public void Forget() => hash = null;
}
