using System.Net;
using System.Text.RegularExpressions;

namespace Assessment.Testing;

/// <summary>A page as it came, with where redirects led.</summary>
internal sealed record ShownPage(HttpStatusCode Status, string Path, string Html)
{
    /// <summary>Content-Security-Policy, empty without one.</summary>
    public string Policy { get; init; } = "";
}

/// <summary>A browser without script: cookies, links and forms.</summary>
internal sealed partial class PageClient : IDisposable
{
    private readonly HttpClient http;
    private string seal = "";

    /// <param name="address">Of the service.</param>
    /// <param name="keepsCookies">False where the browser's owner has forbidden them.</param>
    public PageClient(Uri address, bool keepsCookies = true)
    {
        http = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, UseCookies = keepsCookies }) { BaseAddress = address };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, */*; q=0.8");
    }

    public CookieContainer Cookies { get; } = new();

    public Task<ShownPage> GetAsync(string path) => ReadAsync(http.GetAsync(path));

    /// <summary>Sends a form; the hidden field against forgery comes from the page that was shown last.</summary>
    public Task<ShownPage> PostAsync(string path, params (string Name, string Value)[] fields) => ReadAsync(http.PostAsync(
        path,
        new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", seal)).Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2)))));

    /// <summary>Sends a form that takes a file.</summary>
    public Task<ShownPage> PostFileAsync(string path, string field, string text, params (string Name, string Value)[] fields) =>
        PostFileAsync(path, field, "roster.csv", text, fields);

    /// <summary>Sends a form that takes a file of this name.</summary>
    public async Task<ShownPage> PostFileAsync(string path, string field, string file, string text, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("__RequestVerificationToken", seal))) form.Add(new StringContent(value), name);
        form.Add(new StringContent(text), field, file);
        return await ReadAsync(http.PostAsync(path, form));
    }

    /// <summary>The browser prefers these languages, as in Accept-Language.</summary>
    public void Prefer(string languages)
    {
        http.DefaultRequestHeaders.AcceptLanguage.Clear();
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(languages);
    }

    /// <summary>The first event of a stream, as it came.</summary>
    public async Task<string> FirstEventAsync(string path)
    {
        using var answer = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var read = new List<string>();
        while (await lines.ReadLineAsync() is { Length: > 0 } line) read.Add(line);
        return string.Join('\n', read);
    }

    /// <summary>Signs in on the page.</summary>
    public async Task<ShownPage> SignInAsync(string name, string password)
    {
        await GetAsync("/sign-in");
        return await PostAsync("/sign-in", ("Name", name), ("Password", password));
    }

    public void Dispose() => http.Dispose();

    private async Task<ShownPage> ReadAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        if (Seal().Match(html) is { Success: true } found) seal = found.Groups[1].Value;
        return new ShownPage(answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery, html)
        {
            Policy = answer.Headers.TryGetValues("Content-Security-Policy", out var policy) ? string.Concat(policy) : "",
        };
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Seal();
}
