using System.Text;
using Assessment.Data;
using Assessment.Domain.Instruments;
using Assessment.Interchange.Forms;

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

    /// <summary>Paths that the form names, each once.</summary>
    public static IEnumerable<string> Of(Form form) => form.Items.SelectMany(Shown).SelectMany(media => media switch
    {
        Video { Captions: { } captions } video => new[] { video.File, captions },
        _ => [media.File],
    }).Distinct();

    /// <summary>Paths that a draft names and that were not uploaded yet.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(Session session, FormVersionRow draft) =>
    [
        .. Of(FormJson.Read(Encoding.UTF8.GetBytes(draft.Content)).Value).Except(await new MediaStore(session).Paths(draft.FormVersionNo)),
    ];

    private static IEnumerable<Media> Shown(Item item) => item switch
    {
        Stimulus { Media: { } media } => [media],
        Scenario scenario => scenario.Nodes.Select(node => node.Media).OfType<Media>(),
        _ => [],
    };
}
