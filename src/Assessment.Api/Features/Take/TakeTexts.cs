using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Take;

/// <summary>
/// Every sentence of the participant's pages, in one language. {0} and {1} stand for numbers. Words are plain and short: many read
/// them on a small screen, under time, in their second language.
/// </summary>
internal sealed partial record TakeTexts
{
    // The frame
    public required string SkipToContent { get; init; }
    public required string OtherLanguage { get; init; }
    public required string LanguageAndSize { get; init; }
    public required string SizeNormal { get; init; }
    public required string SizeLarge { get; init; }
    public required string SizeLarger { get; init; }
    public required string WithdrawLink { get; init; }
    public required string GoOn { get; init; }

    // The door
    public required string TakeTest { get; init; }
    public required string JoinCode { get; init; }
    public required string JoinCodeHint { get; init; }
    public required string ContinueLink { get; init; }
    public required string TestIsOpen { get; init; }
    public required string NotMine { get; init; }

    // The notice
    public required string WhoSeesWhat { get; init; }
    public required string DoorClosed { get; init; }
    public required string DoYouAgree { get; init; }
    public required string Agree { get; init; }
    public required string Refuse { get; init; }
    public required string Token { get; init; }
    public required string TokenHint { get; init; }
    public required string NoticeChanged { get; init; }

    // The self-generated code
    public required string MemoryCode { get; init; }
    public required string MemoryCodeWhy { get; init; }
    public required string MemoryCodeUse { get; init; }
    public required string MemoryCodeFewest { get; init; }
    public required string MotherInitial { get; init; }
    public required string BirthCityInitial { get; init; }
    public required string BirthDay { get; init; }
    public required string OlderSiblings { get; init; }
    public required string MiddleInitial { get; init; }
    public required string MiddleInitialHint { get; init; }
    public required string FirstSchoolInitial { get; init; }
    public required string FaultLetter { get; init; }
    public required string FaultDay { get; init; }
    public required string FaultSiblings { get; init; }
    public required string FaultMissing { get; init; }
    public required string WithoutCode { get; init; }

    // Practice
    public required string Practice { get; init; }
    public required string PracticeTry { get; init; }
    public required string PracticeSaved { get; init; }
    public required string PracticeBlank { get; init; }
    public required string BeforeStart { get; init; }
    public required string BeforeHeldStart { get; init; }
    public required string StartTest { get; init; }

    // Waiting for the start
    public required string WaitTitle { get; init; }
    public required string WaitHint { get; init; }
    public required string WaitByItself { get; init; }
    public required string LookAgain { get; init; }
    public required string EndedUnstarted { get; init; }

    // An item
    public required string Question { get; init; }
    public required string SaveAndNext { get; init; }
    public required string SaveAndReview { get; init; }
    public required string Back { get; init; }
    public required string Clear { get; init; }
    public required string True { get; init; }
    public required string False { get; init; }
    public required string Shown { get; init; }
    public required string NotShown { get; init; }
    public required string NoOpportunity { get; init; }
    public required string ChooseAll { get; init; }
    public required string ChooseOne { get; init; }
    public required string GivePlaces { get; init; }
    public required string NoPlace { get; init; }
    public required string GivePlacesWhole { get; init; }
    public required string PickBestAndWorst { get; init; }
    public required string PickOneOfEach { get; init; }
    public required string Neither { get; init; }
    public required string Best { get; init; }
    public required string Worst { get; init; }
    public required string RateEach { get; init; }
    public required string FillGaps { get; init; }
    public required string Gap { get; init; }
    public required string Limit { get; init; }
    public required string TakeTurn { get; init; }
    public required string TurnStands { get; init; }
    public required string ScenarioEnded { get; init; }
    public required string InvalidNumber { get; init; }
    public required string InvalidText { get; init; }
    public required string InvalidAnswer { get; init; }
    public required string Captions { get; init; }
    public required string Transcript { get; init; }

    // Where an answer is
    public required string NotAnswered { get; init; }
    public required string SavedHere { get; init; }
    public required string OnServer { get; init; }
    public required string PreviousSaved { get; init; }
    public required string ConnectionLost { get; init; }
    public required string ConnectionBack { get; init; }
    public required string Waiting { get; init; }
    public required string HandInNeedsConnection { get; init; }

    // Two devices
    public required string TwoAnswers { get; init; }
    public required string TwoAnswersHint { get; init; }
    public required string AnswerOnServer { get; init; }
    public required string AnswerHere { get; init; }
    public required string KeepServerAnswer { get; init; }
    public required string UseThisAnswer { get; init; }

    // Time
    public required string MinutesLeft { get; init; }
    public required string LastMinute { get; init; }
    public required string TimeIsUp { get; init; }
    public required string MoreTime { get; init; }

    // Overview and handing in
    public required string Overview { get; init; }
    public required string OverviewHint { get; init; }
    public required string AllAnswered { get; init; }
    public required string OpenQuestions { get; init; }
    public required string HandInHint { get; init; }
    public required string HandIn { get; init; }

    // The receipt
    public required string ReceiptTitle { get; init; }
    public required string HandedIn { get; init; }
    public required string HandedInByTime { get; init; }
    public required string ReceiptCode { get; init; }
    public required string ReceiptAt { get; init; }
    public required string ReceiptHint { get; init; }
    public required string ReceiptLink { get; init; }
    public required string YourResult { get; init; }
    public required string ResultOnlyYou { get; init; }
    public required string ResultCaption { get; init; }
    public required string Objective { get; init; }
    public required string PointsEarned { get; init; }
    public required string PointsPossible { get; init; }
    public required string AllTogether { get; init; }
    public required string ResultNever { get; init; }
    public required string ResultNotYet { get; init; }
    public required string LeaveHint { get; init; }
    public required string Leave { get; init; }
    public required string NotHandedIn { get; init; }
    public required string NotHandedInHint { get; init; }
    public required string TimeIsUpHint { get; init; }

    // Another device, signing in again
    public required string ContinueTitle { get; init; }
    public required string ContinueHint { get; init; }
    public required string MoveCode { get; init; }
    public required string SignInAgain { get; init; }
    public required string AnswersAreKept { get; init; }
    public required string SameDevice { get; init; }
    public required string EnterCode { get; init; }
    public required string OtherDevice { get; init; }

    // Withdrawing consent
    public required string WithdrawTitle { get; init; }
    public required string WithdrawHint { get; init; }
    public required string WithdrawLimits { get; init; }
    public required string WithdrawCodeHint { get; init; }
    public required string WithdrawButton { get; init; }
    public required string WithdrawDone { get; init; }
    public required string WithdrawNone { get; init; }

    // What was refused
    public required string TokenUnknown { get; init; }
    public required string AttemptExists { get; init; }
    public required string AttemptsUsed { get; init; }
    public required string MoveCodeUnknown { get; init; }
    public required string AdministrationClosed { get; init; }
    public required string StartClosed { get; init; }
    public required string TimeExpired { get; init; }
    public required string AlreadySubmitted { get; init; }
    public required string ConsentMissing { get; init; }
    public required string StaleRevision { get; init; }
    public required string StorageFull { get; init; }
    public required string StorageBusy { get; init; }

    /// <summary>The sentences of a language; English where it is not Spanish.</summary>
    public static TakeTexts In(string language) => language == "es" ? Spanish : English;

    public string QuestionOf(int number, int count) => With(Question, number, count);

    public string GapOf(int number, int count) => With(Gap, number, count);

    public string AtMost(int characters) => With(Limit, characters);

    public string MinutesLeftOf(int minutes) => With(MinutesLeft, minutes);

    public string OpenQuestionsOf(int count) => With(OpenQuestions, count);

    /// <summary>What an answer lacks that is not whole yet.</summary>
    public string NotWholeOf(string type) => type == "ordering" ? GivePlacesWhole : PickOneOfEach;

    /// <summary>Why an answer does not fit an item of a type.</summary>
    public string InvalidOf(string type) => type switch
    {
        "numeric" => InvalidNumber,
        "short-text" or "constructed-response" => InvalidText,
        _ => InvalidAnswer,
    };

    /// <summary>What a refusal says to a participant: what happened and what to do; its own words where none are written here.</summary>
    public string Of(ProblemDetails problem) =>
        problem.Extensions.TryGetValue("code", out var code) && Refused().TryGetValue(code as string ?? "", out var sentence)
            ? sentence
            : problem.Detail ?? problem.Title ?? "";

    /// <summary>Sentences by code of the refusals that a participant can meet.</summary>
    public IReadOnlyDictionary<string, string> Refused() => new Dictionary<string, string>
    {
        ["token-unknown"] = TokenUnknown,
        ["attempt-exists"] = AttemptExists,
        ["attempts-used"] = AttemptsUsed,
        ["move-code-unknown"] = MoveCodeUnknown,
        ["administration-closed"] = AdministrationClosed,
        ["time-expired"] = TimeExpired,
        ["already-submitted"] = AlreadySubmitted,
        ["consent-missing"] = ConsentMissing,
        ["stale-revision"] = StaleRevision,
        ["response-invalid"] = InvalidAnswer,
        ["storage-full"] = StorageFull,
        ["storage-busy"] = StorageBusy,
    };

    /// <summary>The sentences that the script shows, JSON of key to sentence; those of refusals under their codes.</summary>
    public string ForScript()
    {
        var sentences = Refused().Concat(ScriptTexts.Of(this)).ToDictionary();
        foreach (var name in ScriptNames)
        {
            sentences[JsonNamingPolicy.CamelCase.ConvertName(name)] = (string)typeof(TakeTexts).GetProperty(name)!.GetValue(this)!;
        }

        return JsonSerializer.Serialize(sentences);
    }

    private static readonly string[] ScriptNames =
    [
        nameof(Question), nameof(NotAnswered), nameof(SavedHere), nameof(OnServer), nameof(ConnectionLost), nameof(ConnectionBack), nameof(Waiting),
        nameof(HandInNeedsConnection), nameof(GivePlacesWhole), nameof(PickOneOfEach), nameof(InvalidNumber), nameof(InvalidText), nameof(TwoAnswers), nameof(TwoAnswersHint),
        nameof(AnswerOnServer), nameof(AnswerHere), nameof(KeepServerAnswer), nameof(UseThisAnswer), nameof(MinutesLeft), nameof(LastMinute),
        nameof(TimeIsUp), nameof(MoreTime), nameof(AllAnswered), nameof(OpenQuestions), nameof(AnswersAreKept), nameof(SignInAgain),
        nameof(ReceiptTitle), nameof(HandedIn), nameof(ReceiptCode), nameof(ReceiptHint), nameof(MoveCode), nameof(Token), nameof(GoOn),
    ];

    private static string With(string sentence, params object[] numbers) => string.Format(CultureInfo.InvariantCulture, sentence, numbers);
}
