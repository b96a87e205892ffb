using System.Text.Json;

namespace Assessment.Api.Tests;

/// <summary>The problem that the service answered, as a client reads it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Code of the refusal; null for requests that cannot be read.</param>
/// <param name="Text">The whole answer.</param>
internal sealed record Problem(int Status, string? Code, string Text)
{
    public static async Task<Problem> OfAsync(Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.Should().BeFalse("a problem was expected, not {0}", text);
        response.Content.Headers.ContentType?.MediaType.Should().Be("application/problem+json", "the answer was {0} {1}", (int)response.StatusCode, text);
        var body = JsonSerializer.Deserialize<JsonElement>(text);
        var code = body.TryGetProperty("code", out var given) ? given.GetString() : null;
        if (code is not null) body.GetProperty("type").GetString().Should().Be($"urn:ledta:problem:{code}");
        return new Problem((int)response.StatusCode, code, text);
    }

    /// <summary>Where the faults are.</summary>
    public IReadOnlyList<string> Places => JsonSerializer.Deserialize<JsonElement>(Text).TryGetProperty("places", out var places)
        ? places.EnumerateArray().Select(place => place.GetProperty("where").GetString()!).ToList()
        : [];
}
