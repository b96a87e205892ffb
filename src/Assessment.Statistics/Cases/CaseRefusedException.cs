namespace Assessment.Statistics.Cases;

/// <summary>
/// Carries a refusal out of the readers of arguments and columns to <see cref="CaseRunner"/>, which turns it into a value;
/// it never leaves the runner.
/// </summary>
internal sealed class CaseRefusedException(string code, string reason) : Exception(reason)
{
    public string Code { get; } = code;
}
