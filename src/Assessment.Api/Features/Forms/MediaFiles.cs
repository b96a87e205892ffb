using Assessment.Domain.Instruments;

namespace Assessment.Api.Features.Forms;

/// <summary>Which files a form needs and what they may be.</summary>
internal static class MediaFiles
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".mp4"] = "video/mp4",
        [".webm"] = "video/webm",
        [".vtt"] = "text/vtt",
    };

    /// <summary>Endings that are taken, for a sentence.</summary>
    public static string Known => string.Join(", ", Types.Keys);

    /// <summary>MIME type of a path by its ending; null when files of this kind are not taken.</summary>
    public static string? TypeOf(string path) => Types.GetValueOrDefault(Path.GetExtension(path));

    /// <summary>Paths that the form names.</summary>
    public static IEnumerable<string> Of(Form form) => form.Items.OfType<Stimulus>().SelectMany(stimulus => stimulus.Media switch
    {
        Video { Captions: { } captions } video => new[] { video.File, captions },
        { } media => [media.File],
        null => [],
    }).Distinct();
}
