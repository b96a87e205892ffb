namespace Assessment.Pdf;

/// <summary>What the file says about itself, and what runs along its pages.</summary>
/// <param name="Title">Shown in the window title and in the running header.</param>
/// <param name="Language">BCP 47 tag of the text, such as "en-US".</param>
/// <param name="Author">Who answers for the document.</param>
/// <param name="Subject">One sentence.</param>
/// <param name="Date">The only date in the file, stored as midnight UTC.</param>
/// <param name="Producer">Program name and version stored in the file.</param>
/// <param name="Footer">Left part of the running footer; the right part is "Page n of N".</param>
public sealed record DocumentInfo(
    string Title, string Language, string Author, string Subject, DateOnly Date, string Producer, string Footer);
