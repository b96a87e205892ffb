namespace Assessment.Api.Hosting;

/// <summary>Exit codes of every verb.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Fault = 1;
    public const int Usage = 2;
    public const int Refused = 3;
}
