using System.Security.Cryptography;
using System.Text.Json;
using Assessment.Api.Features.Attempts;
using Microsoft.AspNetCore.DataProtection;
using Secret = Assessment.Api.Security.Secret;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Features.Take;

/// <summary>
/// What a participant's device carries between pages, in cookies that no script reads, that no other site's page sends along and
/// that go to the participant's pages alone.
/// </summary>
internal static class TakeCookies
{
    private const string Ticket = "assessment-ticket", Door = "assessment-door", Device = "assessment-device";

    /// <summary>How long a device is known again, so that the same phone goes on after its ticket has expired.</summary>
    private static readonly TimeSpan Known = TimeSpan.FromDays(30);

    /// <summary>The ticket as written, "agency.attempt.secret"; null when the device has none.</summary>
    public static string? TicketOf(HttpRequest request) => request.Cookies[Ticket];

    public static void PutTicket(HttpContext context, string ticket)
    {
        var hours = context.RequestServices.GetRequiredService<IOptions<AttemptOptions>>().Value.TicketHours;
        // A cookie older than its ticket still tells that there was one.
        Put(context, Ticket, ticket, TimeSpan.FromHours(hours) + Known);
    }

    /// <summary>The device's name in revisions: random, made once.</summary>
    public static string DeviceOf(HttpContext context)
    {
        if (context.Request.Cookies[Device] is { Length: > 0 and <= 64 } name) return name;
        var made = Secret.NewId().ToString("N");
        Put(context, Device, made, Known);
        return made;
    }

    /// <summary>The door that the device stands at; null when it has opened none.</summary>
    public static DoorPass? DoorOf(HttpContext context)
    {
        if (context.Request.Cookies[Door] is not { Length: > 0 } sealedPass) return null;
        try
        {
            return JsonSerializer.Deserialize<DoorPass>(Protector(context).Unprotect(sealedPass));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Keeps the door; with a token in it only until the browser is closed.</summary>
    public static void PutDoor(HttpContext context, DoorPass pass) =>
        Put(context, Door, Protector(context).Protect(JsonSerializer.Serialize(pass)), pass.Token is null ? Known : null);

    /// <summary>The device forgets ticket and door; what was answered is on the server.</summary>
    public static void Forget(HttpContext context)
    {
        context.Response.Cookies.Delete(Ticket, Options(context, null));
        context.Response.Cookies.Delete(Door, Options(context, null));
    }

    public static void Put(HttpContext context, string name, string value, TimeSpan? age) =>
        context.Response.Cookies.Append(name, value, Options(context, age));

    private static CookieOptions Options(HttpContext context, TimeSpan? age) => new()
    {
        Path = "/take",
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        MaxAge = age,
        IsEssential = true,
    };

    private static IDataProtector Protector(HttpContext context) =>
        context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("take.door");
}

/// <summary>A device between the door and the first item.</summary>
/// <param name="JoinCode">The code as typed.</param>
/// <param name="Visit">Random; with the token it gives the attempt's id, so that a repeated start begins one attempt.</param>
internal sealed record DoorPass(string JoinCode, Guid Visit)
{
    /// <summary>The roster token from the notice to the start; null before and after.</summary>
    public string? Token { get; init; }

    /// <summary>granted or refused; null when nothing was decided.</summary>
    public string? Consent { get; init; }

    /// <summary>Language of the notice on which the person decided.</summary>
    public string? Language { get; init; }

    /// <summary>Version of that notice.</summary>
    public string? NoticeVersion { get; init; }

    /// <summary>Whether the test is held: the trainer starts it for everybody.</summary>
    public bool Waits { get; init; }

    /// <summary>Whether the person is asked for a self-generated code.</summary>
    public bool AsksCode { get; init; }

    /// <summary>The code from its page to the start; null where none was written.</summary>
    public PutCode.Request? Code { get; init; }
}
