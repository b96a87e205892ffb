using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Assessment.Api.Features.Demo;

/// <summary>A caller of the HTTP API: a member of staff by key, a participant's device by ticket, or nobody.</summary>
internal sealed class ApiClient(HttpClient http, AuthenticationHeaderValue? authorization = null)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public ApiClient WithKey(string key) => new(http, new AuthenticationHeaderValue("Bearer", key));

    public ApiClient WithTicket(string ticket) => new(http, new AuthenticationHeaderValue("Ticket", ticket));

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.Authorization = authorization;
        return http.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) =>
        SendAsync(HttpMethod.Post, path, body as HttpContent ?? JsonContent.Create(body ?? new { }, options: Json));

    public Task<HttpResponseMessage> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, JsonContent.Create(body, options: Json));

    public async Task<T> PostAsync<T>(string path, object? body = null) => await ReadAsync<T>(await PostAsync(path, body));

    public async Task<T> PutAsync<T>(string path, object body) => await ReadAsync<T>(await PutAsync(path, body));

    public async Task<T> GetAsync<T>(string path) => await ReadAsync<T>(await SendAsync(HttpMethod.Get, path));

    public async Task<byte[]> GetBytesAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);
        await EnsureAsync(response);
        return await response.Content.ReadAsByteArrayAsync();
    }

    public static StringContent Csv(string text) => new(text, Encoding.UTF8, "text/csv");

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response)
    {
        using (response)
        {
            await EnsureAsync(response);
            return (await response.Content.ReadFromJsonAsync<T>(Json))!;
        }
    }

    private static async Task EnsureAsync(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new ApiProblemException((int)response.StatusCode, await response.Content.ReadAsStringAsync());
        }
    }
}

/// <summary>The API answered with a problem that the caller did not expect.</summary>
internal sealed class ApiProblemException(int status, string problem) : Exception($"The API answered {status}: {problem}")
{
    public int Status { get; } = status;
}
