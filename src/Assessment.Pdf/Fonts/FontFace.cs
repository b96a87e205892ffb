namespace Assessment.Pdf.Fonts;

/// <summary>The faces of the family that comes with the engine.</summary>
public enum FontFace
{
    /// <summary>Body text.</summary>
    Regular,

    /// <summary>Emphasis.</summary>
    Italic,

    /// <summary>Headings, column heads, strong text.</summary>
    SemiBold,

    /// <summary>The document title.</summary>
    Bold,
}
