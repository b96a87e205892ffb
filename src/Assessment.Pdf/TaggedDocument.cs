using Assessment.Pdf.Blocks;
using Assessment.Pdf.Fonts;
using Assessment.Pdf.Layout;
using Assessment.Pdf.Objects;

namespace Assessment.Pdf;

/// <summary>
/// A document that becomes a tagged PDF file, conforming to PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2), on US Letter
/// pages. The same document gives the same bytes on the same .NET runtime, whose compressor is used.
/// </summary>
/// <param name="Info">What the file says about itself.</param>
/// <param name="Blocks">In reading order; at least one block other than a page break.</param>
public sealed record TaggedDocument(DocumentInfo Info, IReadOnlyList<Block> Blocks)
{
    /// <summary>Width of the text column, points.</summary>
    public const double TextWidth = Sheet.TextWidth;

    /// <summary>Height of the text column, points.</summary>
    public const double TextHeight = Sheet.TextHeight;

    /// <summary>Lays the document out and writes the whole file; nothing is written when a fault occurs.</summary>
    /// <exception cref="InvalidOperationException">There is no block to show, or a drawing is taller than a page.</exception>
    /// <exception cref="ArgumentException">A block breaks a rule of its kind, such as a table with a blank cell.</exception>
    /// <exception cref="MissingGlyphException">The text has a character that the font cannot show.</exception>
    public void WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        GraphSerializer.Write(Build(), stream);
    }

    /// <summary>The objects of the file, before they are written.</summary>
    internal ObjectGraph Build() => Build(out _);

    /// <param name="draft">The tag tree as it was laid out.</param>
    internal ObjectGraph Build(out Draft draft)
    {
        draft = new Draft();
        var composer = new Composer(draft);
        var pieces = composer.Compose(Blocks);
        if (pieces.Count == 0) throw new InvalidOperationException("A document needs something to show.");
        var pages = new Paginator(draft.Fonts).Run(pieces);
        composer.Contents?.Fill(draft.Headings);
        RunningHeads.Paint(pages, Info);
        return new DocumentWriter(Info, draft, pages).Build();
    }
}
