using Assessment.Pdf.Fonts;

namespace Assessment.Pdf.Layout;

/// <summary>The faces one document has used so far.</summary>
internal sealed class FontSet
{
    private readonly FontUse?[] uses = new FontUse?[Enum.GetValues<FontFace>().Length];

    public IEnumerable<FontUse> Used => uses.OfType<FontUse>();

    public FontUse this[FontFace face] => uses[(int)face] ??= new FontUse(face);
}
