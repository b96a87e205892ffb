using Assessment.Data;
using Assessment.Domain;

namespace Assessment.Api.Problems;

/// <summary>Storage that cannot be written: a line of its own in the log, since a whole class meets it at once, and a refusal.</summary>
internal static partial class StorageRefusal
{
    public const string RetryAfterSeconds = "5";

    /// <summary>What the storage could not do; null for any other fault.</summary>
    public static Refusal? Of(Exception exception, ILogger log)
    {
        var refusal = Of(Dialect.TroubleOf(exception));
        if (refusal is not null) Failed(log, refusal.Code.Code, exception.Message);
        return refusal;
    }

    private static Refusal? Of(StorageTrouble trouble) => trouble switch
    {
        StorageTrouble.Full => Refusals.StorageFull.Because(
            "An answer is kept on this device. Tell your trainer; once there is room again, send the same request once more."),
        StorageTrouble.Busy => Refusals.StorageBusy.Because(
            $"Another program holds it. An answer is kept on this device; send the same request once more in {RetryAfterSeconds} seconds."),
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "A request was answered {Code}: {Message}")]
    private static partial void Failed(ILogger log, string code, string message);
}
