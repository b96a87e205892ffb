namespace Assessment.Domain.Instruments;

/// <summary>A picture or video that comes with the form as a file.</summary>
/// <param name="File">Path below the form's media folder: names of letters, digits, '-', '_' and '.', separated by '/'.</param>
public abstract record Media(string File);

/// <summary>A picture.</summary>
/// <param name="File">Path below the form's media folder.</param>
/// <param name="AltText">The same for who does not see it (WCAG 2.2, 1.1.1); never empty.</param>
public sealed record Picture(string File, string AltText) : Media(File);

/// <summary>A video; captions or transcript are required (WCAG 2.2, 1.2.1 and 1.2.2).</summary>
/// <param name="File">Path below the form's media folder.</param>
/// <param name="Captions">Path of the WebVTT file; null when only a transcript is there.</param>
/// <param name="Transcript">What is said and seen; null when only captions are there.</param>
public sealed record Video(string File, string? Captions, string? Transcript) : Media(File);

/// <summary>What following items refer to: a text, a picture, a video. It takes no response and gives no points.</summary>
/// <param name="Identifier">Unique within the form.</param>
/// <param name="Stem">The text, or the heading of picture or video.</param>
/// <param name="Tags">Topic, objective, ability, tactics.</param>
/// <param name="Media">Picture or video; null for a text alone.</param>
/// <param name="Covers">How many of the following items refer to it and stay with it; null for all up to the next stimulus.</param>
public sealed record Stimulus(string Identifier, string Stem, ItemTags Tags, Media? Media, int? Covers = null)
    : Item(Identifier, Stem, Tags, Points.Zero)
{
    /// <inheritdoc />
    public override string Type => "stimulus";
}
