namespace Assessment.Domain;

/// <summary>
/// Every refusal the service can give (docs/problems.md lists the same; a test compares them and another provokes each).
/// </summary>
public static class Refusals
{
    /// <summary>Nothing with this id for this caller.</summary>
    public static readonly RefusalCode NotFound = new("not-found", "There is nothing with this id", RefusalKind.NotFound);

    /// <summary>The caller's role may not do this.</summary>
    public static readonly RefusalCode RoleMissing = new("role-missing", "This key's role may not do this", RefusalKind.Forbidden);

    /// <summary>A form file that cannot be taken.</summary>
    public static readonly RefusalCode FormInvalid = new("form-invalid", "The form has faults", RefusalKind.Unprocessable);

    /// <summary>A published form version cannot change.</summary>
    public static readonly RefusalCode FormFrozen = new("form-frozen", "The form version is published and cannot change", RefusalKind.Conflict);

    /// <summary>A form must be published before it is given.</summary>
    public static readonly RefusalCode FormNotPublished = new("form-not-published", "The form is not published", RefusalKind.Conflict);

    /// <summary>A roster file that cannot be taken.</summary>
    public static readonly RefusalCode RosterInvalid = new("roster-invalid", "The roster has faults", RefusalKind.Unprocessable);

    /// <summary>The wave is not one of the plan, or not open to this administration.</summary>
    public static readonly RefusalCode WaveWrong = new("wave-wrong", "The wave does not fit", RefusalKind.Unprocessable);

    /// <summary>The door of the administration is closed.</summary>
    public static readonly RefusalCode AdministrationClosed = new("administration-closed", "The administration is closed", RefusalKind.Conflict);

    /// <summary>The test is held: those who joined wait for the trainer.</summary>
    public static readonly RefusalCode NotStarted = new("not-started", "The test has not started", RefusalKind.Conflict);

    /// <summary>The attempt's own time is up.</summary>
    public static readonly RefusalCode TimeExpired = new("time-expired", "The time of the attempt is up", RefusalKind.Conflict);

    /// <summary>Join code or roster token do not open this door.</summary>
    public static readonly RefusalCode TokenUnknown = new("token-unknown", "Join code and token do not fit together", RefusalKind.NotFound);

    /// <summary>The participant already has an attempt, begun on another device.</summary>
    public static readonly RefusalCode AttemptExists = new("attempt-exists", "There is already an attempt for this token", RefusalKind.Conflict);

    /// <summary>Every go that the administration allows was taken.</summary>
    public static readonly RefusalCode AttemptsUsed = new("attempts-used", "Every attempt allowed was taken", RefusalKind.Conflict);

    /// <summary>A code that would carry an attempt to this device is wrong or too old.</summary>
    public static readonly RefusalCode MoveCodeUnknown = new("move-code-unknown", "The move code is wrong or too old", RefusalKind.NotFound);

    /// <summary>The attempt was submitted.</summary>
    public static readonly RefusalCode AlreadySubmitted = new("already-submitted", "The attempt is already submitted", RefusalKind.Conflict);

    /// <summary>The instrument gives no feedback to single people, or not yet.</summary>
    public static readonly RefusalCode FeedbackWithheld = new("feedback-withheld", "There is no feedback now", RefusalKind.Conflict);

    /// <summary>The item is not on the form of the attempt.</summary>
    public static readonly RefusalCode ItemNotOnForm = new("item-not-on-form", "The item is not on this form", RefusalKind.Unprocessable);

    /// <summary>The value is not one that the item can take.</summary>
    public static readonly RefusalCode ResponseInvalid = new("response-invalid", "The response does not fit the item", RefusalKind.Unprocessable);

    /// <summary>A save from a device that has not seen the latest revision.</summary>
    public static readonly RefusalCode StaleRevision = new("stale-revision", "Another device has saved a newer answer", RefusalKind.Conflict);

    /// <summary>The shape of the request is right but what it asks contradicts itself or the catalogue.</summary>
    public static readonly RefusalCode RequestContradicts = new("request-contradicts", "The request contradicts itself", RefusalKind.Unprocessable);

    /// <summary>Research instruments need the participant's decision about consent before the first item.</summary>
    public static readonly RefusalCode ConsentMissing = new("consent-missing", "The decision about consent is missing", RefusalKind.Unprocessable);

    /// <summary>Something with this name is there already.</summary>
    public static readonly RefusalCode AlreadyThere = new("already-there", "Something with this name is there already", RefusalKind.Conflict);

    /// <summary>The study's outcomes have been read, so it cannot change.</summary>
    public static readonly RefusalCode StudyFrozen = new("study-frozen", "The study is frozen", RefusalKind.Conflict);

    /// <summary>A study without scored attempts has nothing to analyse.</summary>
    public static readonly RefusalCode NothingToAnalyze = new("nothing-to-analyze", "There are no scored attempts yet", RefusalKind.Conflict);

    /// <summary>A class sheet follows the end of the test, when nobody works on it any more.</summary>
    public static readonly RefusalCode ClassRunning = new("class-running", "The class is still working", RefusalKind.Conflict);

    /// <summary>A report needs to know how many officers the agency employs.</summary>
    public static readonly RefusalCode StrengthMissing = new("strength-missing", "The number of officers employed is not known", RefusalKind.Conflict);

    /// <summary>A report's numbers do not follow from the data.</summary>
    public static readonly RefusalCode ReportDiffers = new("report-differs", "The report differs from what its data give", RefusalKind.Conflict);

    /// <summary>A file of self-generated codes that cannot be taken.</summary>
    public static readonly RefusalCode CodesInvalid = new("codes-invalid", "The file of codes has faults", RefusalKind.Unprocessable);

    /// <summary>An item whose response processing needs what this version does not do.</summary>
    public static readonly RefusalCode UnsupportedProcessing = new("unsupported-processing", "The item needs response processing that is not supported", RefusalKind.Unprocessable);

    /// <summary>A bundle that was changed, is of another installation, or does not fit what is here.</summary>
    public static readonly RefusalCode BundleInvalid = new("bundle-invalid", "The bundle cannot be taken", RefusalKind.Unprocessable);

    /// <summary>Ratings may be corrected for thirty days.</summary>
    public static readonly RefusalCode CorrectionLate = new("correction-late", "The time for corrections is over", RefusalKind.Conflict);

    /// <summary>Name and password do not fit together, or too many wrong ones came before.</summary>
    public static readonly RefusalCode SignInFailed = new("sign-in-failed", "Signing in did not work", RefusalKind.Forbidden);

    /// <summary>A one-time code for choosing a password is wrong, used or too old.</summary>
    public static readonly RefusalCode InviteUnknown = new("invite-unknown", "The one-time code is wrong, used or too old", RefusalKind.NotFound);

    /// <summary>A password that would be guessed.</summary>
    public static readonly RefusalCode PasswordWeak = new("password-weak", "The password cannot be used", RefusalKind.Unprocessable);

    /// <summary>A file of answers that this installation cannot read, or whose ticket is not the attempt's.</summary>
    public static readonly RefusalCode HandoverUnreadable = new("handover-unreadable", "The file is no answer file of this installation", RefusalKind.Unprocessable);

    /// <summary>The disk of the server is full.</summary>
    public static readonly RefusalCode StorageFull = new("storage-full", "The server's disk is full", RefusalKind.Full);

    /// <summary>Another program held the database for too long.</summary>
    public static readonly RefusalCode StorageBusy = new("storage-busy", "The server's database is in use", RefusalKind.Busy);

    /// <summary>Every refusal above, in the order of declaration.</summary>
    public static IReadOnlyList<RefusalCode> All { get; } = typeof(Refusals).GetFields()
        .Select(field => field.GetValue(null)).OfType<RefusalCode>().ToList();
}
