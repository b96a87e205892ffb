namespace Assessment.Release.Table;

/// <summary>Codes that mean the same in every category column. They never stand in a measured column, where absent is blank.</summary>
public static class ReleasedCode
{
    /// <summary>Masked to protect privacy.</summary>
    public const int Masked = 97;

    /// <summary>The question does not arise.</summary>
    public const int DoesNotApply = 98;

    /// <summary>Not answered.</summary>
    public const int NotAnswered = 99;
}
