using System.Globalization;
using Assessment.Api.Features.Take;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Assessment.Api.Features.Layout;

/// <summary>
/// The language of a page for staff: what its address says, else what the browser keeps, else what the browser prefers, else
/// English. Numbers and dates stay as they are, and whatever is no such page stays English.
/// </summary>
internal static class StaffLanguage
{
    public const string Cookie = "assessment-language", InAddress = "ui-culture";

    public static readonly IReadOnlyList<string> All = ["en", "es"];

    private static readonly IReadOnlyList<RequestCultureProvider> Sources =
    [
        new QueryStringRequestCultureProvider { UIQueryStringKey = InAddress },
        new CookieRequestCultureProvider { CookieName = Cookie },
        new AcceptLanguageHeaderRequestCultureProvider(),
    ];

    /// <summary>The language of the page that is being made.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The language that the switch offers, and its name in that language.</summary>
    public static (string Code, string Name) Other => Current == "es" ? ("en", "English") : ("es", "Español");

    /// <summary>Adds what views and page models take their sentences from.</summary>
    public static void Add(IMvcBuilder pages)
    {
        pages.AddViewLocalization();
        pages.Services.AddOptions<MvcOptions>().Configure<IStringLocalizer<StaffTexts>>((mvc, texts) =>
        {
            var messages = mvc.ModelBindingMessageProvider;
            messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts["This value does not fit here."]);
            messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["This value does not fit here."]);
        });
    }

    public static void Use(IApplicationBuilder app) => app.UseWhen(IsStaffPage, pages => pages.UseRequestLocalization(new RequestLocalizationOptions
    {
        DefaultRequestCulture = new RequestCulture(CultureInfo.CurrentCulture, CultureInfo.GetCultureInfo("en")),
        SupportedCultures = null,
        SupportedUICultures = [.. All.Select(CultureInfo.GetCultureInfo)],
        RequestCultureProviders = [.. Sources],
    }));

    /// <summary>The language for a request that no page took.</summary>
    public static async Task<string> OfAsync(HttpContext context)
    {
        foreach (var source in Sources)
        {
            var found = await source.DetermineProviderCultureResult(context);
            if (found?.UICultures.Select(culture => culture.Value?.Split('-')[0]).FirstOrDefault(All.Contains) is { } language) return language;
        }

        return All[0];
    }

    /// <summary>Keeps a choice in the browser for a year; what is no choice changes nothing.</summary>
    public static void Keep(HttpContext context, string? language)
    {
        if (language is null || !All.Contains(language)) return;
        context.Response.Cookies.Append(
            Cookie,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
            new CookieOptions
            {
                HttpOnly = true, IsEssential = true, MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps,
            });
    }

    /// <summary>A sentence that came in English and the language in which the page says it: English still, where no Spanish one is kept.</summary>
    public static (string Text, string Language) Told(this IStringLocalizer texts, string sentence) =>
        Current != "es" ? (sentence, "en")
        : (Kept(texts, sentence) ?? ToldSentences.Spanish.Find(sentence, word => Kept(texts, word))) is { } spanish ? (spanish, "es")
        : (sentence, "en");

    private static string? Kept(IStringLocalizer texts, string sentence) => texts[sentence] is { ResourceNotFound: false } found ? found.Value : null;

    private static bool IsStaffPage(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page && !page.ModelTypeInfo!.IsSubclassOf(typeof(TakePage));
}
