using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assessment.Domain.Instruments;

namespace Assessment.Interchange.Forms;

/// <summary>
/// Panels and weights as canonical JSON text: sorted keys, raters in order of their codes, no blanks. Equal values give equal
/// text. Only what <c>Write</c> wrote is read.
/// </summary>
public static class PanelJson
{
    /// <summary>A value per option, such as <c>{"a":1,"b":0.375}</c>.</summary>
    public static string Write<T>(IReadOnlyDictionary<string, T> byOption)
    {
        ArgumentNullException.ThrowIfNull(byOption);
        return JsonSerializer.Serialize(new SortedDictionary<string, T>(byOption.ToDictionary(), StringComparer.Ordinal));
    }

    /// <summary>A panel, such as <c>{"ratings":[{"effectiveness":{"a":5},"rater":"e1"}],"steps":5}</c>.</summary>
    public static string Write(ExpertPanel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        var ratings = panel.Ratings.OrderBy(rating => rating.Rater, StringComparer.Ordinal).Select(rating => new
        {
            effectiveness = new SortedDictionary<string, int>(rating.Effectiveness.ToDictionary(), StringComparer.Ordinal),
            rater = rating.Rater,
        });
        return JsonSerializer.Serialize(new { ratings, steps = panel.Steps });
    }

    /// <summary>SHA-256 of a panel's text, lower-case hex.</summary>
    public static string Hash(string panel) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(panel)));

    /// <summary>Values per option.</summary>
    public static Dictionary<string, T> Read<T>(string byOption) => JsonSerializer.Deserialize<Dictionary<string, T>>(byOption)!;

    /// <summary>A panel.</summary>
    public static ExpertPanel ReadPanel(string panel)
    {
        var read = JsonSerializer.Deserialize<PanelText>(panel, JsonSerializerOptions.Web)!;
        return new ExpertPanel(read.Steps, [.. read.Ratings.Select(rating => new ExpertRatings(rating.Rater, rating.Effectiveness))]);
    }

    private sealed record PanelText(int Steps, IReadOnlyList<RatingText> Ratings);

    private sealed record RatingText(string Rater, Dictionary<string, int> Effectiveness);
}
