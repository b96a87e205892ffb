namespace Assessment.Domain.People;

/// <summary>
/// What a password of staff must be: long, and not guessed from what stands beside it. No rule about kinds of characters and no
/// date on which it must change (NIST SP 800-63B-4, section 3.1.1.2).
/// </summary>
public static class Password
{
    /// <summary>Least length, characters.</summary>
    public const int MinLength = 15;

    /// <summary>Greatest length, characters.</summary>
    public const int MaxLength = 256;

    private const int LeastDifferent = 5;

    /// <summary>Why a password may not be used; null when it may.</summary>
    /// <param name="password">As typed; blanks count.</param>
    /// <param name="signInName">The name it would go with.</param>
    public static string? Fault(string? password, string signInName)
    {
        ArgumentNullException.ThrowIfNull(signInName);
        return password switch
        {
            null or { Length: < MinLength } => $"A password has {MinLength} characters or more; several words make a good one.",
            { Length: > MaxLength } => $"A password has {MaxLength} characters at most.",
            _ when password.Distinct().Count() < LeastDifferent => "This password repeats a few characters; it would be guessed first.",
            _ when password.Contains(signInName, StringComparison.OrdinalIgnoreCase) => "The password contains your sign-in name.",
            _ => null,
        };
    }
}
