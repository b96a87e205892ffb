namespace Assessment.Api.Features.Take;

/// <summary>Language and text size of the participant's pages, kept on the device.</summary>
/// <param name="Language">en or es.</param>
/// <param name="Size">normal, large or larger; also the class of the page.</param>
internal sealed record Look(string Language, string Size)
{
    public const string Cookie = "assessment-look";

    private static readonly string[] Languages = ["en", "es"], Sizes = ["normal", "large", "larger"];

    /// <summary>The language that the switch offers.</summary>
    public string OtherLanguage => Language == "es" ? "en" : "es";

    /// <summary>What the device keeps; before the first choice, the language that the browser prefers.</summary>
    public static Look Of(HttpRequest request)
    {
        var preferred = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant()).FirstOrDefault(Languages.Contains);
        return (request.Cookies[Cookie] ?? "").Split('.').Aggregate(new Look(preferred ?? "en", "normal"), (look, choice) => look.With(choice));
    }

    /// <summary>This look with one choice made; a choice that is none changes nothing.</summary>
    public Look With(string? choice) => choice switch
    {
        _ when Languages.Contains(choice) => this with { Language = choice! },
        _ when Sizes.Contains(choice) => this with { Size = choice! },
        _ => this,
    };

    /// <summary>Keeps the look on the device for a year.</summary>
    public void Keep(HttpContext context) => TakeCookies.Put(context, Cookie, $"{Language}.{Size}", TimeSpan.FromDays(365));
}
