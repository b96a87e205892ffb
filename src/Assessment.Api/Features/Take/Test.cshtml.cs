using System.Globalization;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Features.Take;

/// <summary>The test for devices with script: every item in one page.</summary>
[OpenPage("The participant's ticket opens it.")]
public sealed class TestModel : TakePage
{
    internal Sitting? Sitting { get; private set; }

    internal TimeLeft Time => TimeLeft.Of(Sitting!, Clock.GetUtcNow(), Texts);

    /// <summary>For the script, which sends it in a header; this page is the holder's own and stored nowhere.</summary>
    public string Ticket => TakeCookies.TicketOf(Request)!;

    public string Now => Iso(Clock.GetUtcNow());

    public string EndsAt => Sitting!.Attempt.EndsAt is { } end ? Iso(end) : "";

    public string ScriptTexts => Texts.ForScript();

    /// <summary>Public key that answer files are sealed for.</summary>
    public string HandoverKey { get; private set; } = "";

    /// <summary>How often the page says that it is open.</summary>
    public int PresenceSeconds => Part<IOptions<AttemptOptions>>().Value.PresenceSeconds;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Sitting = await SitAsync(stop);
        if (Sitting is not null) HandoverKey = await Part<HandoverSeal>().PublicKeyAsync(stop);
        return AwayFrom(Sitting) ?? (IActionResult)Page();
    }

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
