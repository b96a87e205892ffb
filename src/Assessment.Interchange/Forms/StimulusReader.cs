using Assessment.Domain.Instruments;

namespace Assessment.Interchange.Forms;

/// <summary>Reads stimuli, and the pictures and videos that scenario nodes have too.</summary>
internal static class StimulusReader
{
    public static Stimulus Read(JsonPlace place, ItemHead head)
    {
        ItemReader.Allow(place, "picture", "video", "covers");
        return new Stimulus(head.Identifier, head.Stem, head.Tags, Media(place), place.Optional("covers")?.Whole(1, FormJson.MostItems));
    }

    /// <summary>The picture or the video of an object; null when it has neither.</summary>
    public static Media? Media(JsonPlace place)
    {
        var (picture, video) = (place.Optional("picture"), place.Optional("video"));
        if (picture is not null && video is not null)
        {
            video.Value.Fault("A picture or a video is expected, not both.");
        }

        return picture is { } still ? Picture(still) : video is { } moving ? Video(moving) : null;
    }

    private static Picture Picture(JsonPlace place)
    {
        place.Allow("file", "alt");
        return new Picture(place.Required("file")?.File() ?? "", place.Required("alt")?.Text() ?? "");
    }

    private static Video Video(JsonPlace place)
    {
        place.Allow("file", "captions", "transcript");
        var video = new Video(place.Required("file")?.File() ?? "", place.Optional("captions")?.File(), place.Optional("transcript")?.Text());
        if (video.Captions is null && video.Transcript is null)
        {
            place.Fault("A video has captions or a transcript, for who does not hear or see it.");
        }

        return video;
    }
}
