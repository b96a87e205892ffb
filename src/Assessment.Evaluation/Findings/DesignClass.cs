namespace Assessment.Evaluation.Findings;

/// <summary>How far a design lets one speak of cause. Printed beside every effect; the words a sentence may use depend on it.</summary>
public enum DesignClass
{
    /// <summary>Randomized or stepped wedge.</summary>
    A,

    /// <summary>Comparison group or interrupted time series.</summary>
    B,

    /// <summary>Before and after, one group.</summary>
    C,

    /// <summary>Description only.</summary>
    D,
}

/// <summary>The printed words of the classes.</summary>
public static class DesignClasses
{
    /// <summary>What the class is, for labels and definitions.</summary>
    public static string Label(this DesignClass design) => design switch
    {
        DesignClass.A => "randomized or stepped wedge",
        DesignClass.B => "comparison group or interrupted time series",
        DesignClass.C => "before and after, one group; cause not shown",
        DesignClass.D => "description only",
        _ => throw new ArgumentOutOfRangeException(nameof(design)),
    };
}
