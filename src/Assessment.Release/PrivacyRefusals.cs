using Assessment.Domain;

namespace Assessment.Release;

/// <summary>
/// Every reason for which a release is refused. Titles are for pages; the reason of each occurrence says what would help.
/// A count of people below k is never named, only that it is below k.
/// </summary>
public static class PrivacyRefusals
{
    /// <summary>Some combination of quasi-identifiers is held by fewer than k people.</summary>
    public static readonly RefusalCode KUnreachable = Privacy("K-UNREACHABLE", "Some people could be singled out");

    /// <summary>Fewer than k people consented.</summary>
    public static readonly RefusalCode TooFew = Privacy("TOO-FEW", "Too few people consented");

    /// <summary>Too few people or agencies for a public file.</summary>
    public static readonly RefusalCode Scope = Privacy("SCOPE", "Too few people or agencies for a public file");

    /// <summary>Nobody's data may be released.</summary>
    public static readonly RefusalCode Empty = Privacy("EMPTY", "There is nothing to release");

    /// <summary>The restricted product needs a transfer agreement.</summary>
    public static readonly RefusalCode Transfer = Privacy("TRANSFER", "No transfer agreement on file for this recipient");

    /// <summary>A field has no privacy class.</summary>
    public static readonly RefusalCode Unclassified = Privacy("UNCLASSIFIED", "A field has no privacy class");

    /// <summary>Free text is never released.</summary>
    public static readonly RefusalCode FreeText = Privacy("FREE-TEXT", "Free text is never released");

    /// <summary>Direct identifiers are never released.</summary>
    public static readonly RefusalCode Identifier = Privacy("IDENTIFIER", "Direct identifiers are never released");

    /// <summary>Dates are released only as months since training.</summary>
    public static readonly RefusalCode ExactTime = Privacy("EXACT-TIME", "Exact times are never released");

    /// <summary>A column of the profile cannot be made.</summary>
    public static readonly RefusalCode Column = Privacy("COLUMN", "A column cannot be made");

    /// <summary>The profile file cannot be read.</summary>
    public static readonly RefusalCode Profile = Privacy("PROFILE", "The release profile has faults");

    /// <summary>k is below the floor of its product.</summary>
    public static readonly RefusalCode ParamK = Privacy("PARAM-K", "k is too low");

    /// <summary>g is below its floor or above k.</summary>
    public static readonly RefusalCode ParamG = Privacy("PARAM-G", "g is out of range");

    /// <summary>A level that the column's hierarchy does not have, or that may not be published.</summary>
    public static readonly RefusalCode ParamLevel = Privacy("PARAM-LEVEL", "A level is out of range");

    /// <summary>A score is not a finite number.</summary>
    public static readonly RefusalCode NumRange = Privacy("NUM-RANGE", "A number is out of range");

    /// <summary>A value of the data is no leaf of the column's hierarchy.</summary>
    public static readonly RefusalCode HierarchyValue = Privacy("HIER-VALUE", "A value is not in its hierarchy");

    /// <summary>A node of a hierarchy has two parents.</summary>
    public static readonly RefusalCode HierarchyNesting = Privacy("HIER-NESTING", "A group of a hierarchy has two parents");

    /// <summary>A hierarchy does not end in one root "*".</summary>
    public static readonly RefusalCode HierarchyRoot = Privacy("HIER-ROOT", "A hierarchy does not end in one root");

    /// <summary>A leaf of a hierarchy is given twice.</summary>
    public static readonly RefusalCode HierarchyDuplicate = Privacy("HIER-DUP", "A value of a hierarchy is given twice");

    /// <summary>Rows of a hierarchy differ in length, or are no CSV.</summary>
    public static readonly RefusalCode HierarchyShape = Privacy("HIER-SHAPE", "Rows of a hierarchy are of unequal length");

    /// <summary>A hierarchy has no row.</summary>
    public static readonly RefusalCode HierarchyEmpty = Privacy("HIER-EMPTY", "A hierarchy is empty");

    /// <summary>A cell of a hierarchy is blank.</summary>
    public static readonly RefusalCode HierarchyBlank = Privacy("HIER-BLANK", "A cell of a hierarchy is blank");

    /// <summary>All of them, in the order above.</summary>
    public static readonly IReadOnlyList<RefusalCode> All =
    [
        KUnreachable, TooFew, Scope, Empty, Transfer, Unclassified, FreeText, Identifier, ExactTime, Column, Profile,
        ParamK, ParamG, ParamLevel, NumRange, HierarchyValue, HierarchyNesting, HierarchyRoot, HierarchyDuplicate,
        HierarchyShape, HierarchyEmpty, HierarchyBlank,
    ];

    private static RefusalCode Privacy(string code, string title) => new("PRV-" + code, title, RefusalKind.Unprocessable);
}
