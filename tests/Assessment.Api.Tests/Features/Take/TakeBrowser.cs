using System.Text.RegularExpressions;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Take;

/// <summary>A participant at a browser without script.</summary>
internal sealed partial class TakeBrowser(Uri address) : IDisposable
{
    public PageClient Page { get; } = new(address);

    /// <summary>From the door to the practice item, or to what stopped it.</summary>
    public async Task<ShownPage> EnterAsync(string joinCode, string token, string? consent = "granted")
    {
        await Page.GetAsync("/take");
        var notice = await Page.PostAsync("/take", ("JoinCode", joinCode));
        return notice.Path == "/take/notice" ? await DecideAsync(notice, token, consent) : notice;
    }

    /// <summary>Sends the form of the notice.</summary>
    public Task<ShownPage> DecideAsync(ShownPage notice, string token, string? consent)
    {
        (string, string)[] fields = [("Token", token), ("NoticeVersion", Hidden(notice, "NoticeVersion"))];
        return Page.PostAsync("/take/notice", consent is null ? fields : [.. fields, ("Consent", consent)]);
    }

    /// <summary>From the door into the test.</summary>
    public async Task<ShownPage> StartAsync(string joinCode, string token, string? consent = "granted")
    {
        var practice = await EnterAsync(joinCode, token, consent);
        practice.Path.Should().Be("/take/practice");
        return await Page.PostAsync("/take/practice", ("go", "start"));
    }

    /// <summary>Opens an item and sends its form.</summary>
    public async Task<ShownPage> AnswerAsync(int item, string go, params string[] values) => await SendAsync(await OpenAsync(item), go, values);

    public Task<ShownPage> OpenAsync(int item) => Page.GetAsync($"/take/item/{item}");

    /// <summary>Sends the form of an item as this page shows it, hidden fields included.</summary>
    public Task<ShownPage> SendAsync(ShownPage shown, string go, params string[] values)
    {
        var hidden = HiddenField().Matches(Form(shown)).Select(match => (match.Groups[1].Value, match.Groups[2].Value))
            .Where(field => field.Item1 != "__RequestVerificationToken");
        return Page.PostAsync(shown.Path.Split('?')[0], [.. hidden, .. values.Select(value => ("value", value)), ("go", go)]);
    }

    /// <summary>Changes language or text size with the switch of a page without an answer.</summary>
    public Task<ShownPage> LookAsync(string choice) => Page.PostAsync("/take/look", ("look", choice), ("to", "/take"));

    public static string Hidden(ShownPage page, string name) =>
        HiddenField().Matches(page.Html).First(match => match.Groups[1].Value == name).Groups[2].Value;

    public void Dispose() => Page.Dispose();

    private static string Form(ShownPage page)
    {
        var start = page.Html.IndexOf("<form method=\"post\" action=\"/take/item/", StringComparison.Ordinal);
        return page.Html[start..page.Html.IndexOf("</form>", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();
}
