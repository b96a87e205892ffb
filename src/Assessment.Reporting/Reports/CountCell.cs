namespace Assessment.Reporting.Reports;

/// <summary>What may happen to a count of people in print.</summary>
public enum CountRole
{
    /// <summary>Printed; hidden as a complement before others.</summary>
    Open,

    /// <summary>Printed; hidden as a complement after open cells. For totals that the law asks for.</summary>
    Kept,

    /// <summary>Printed; hidden as a complement only when nothing else is left. For the n that statistics rest on.</summary>
    Last,

    /// <summary>Public already, such as officers employed; never hidden.</summary>
    Public,

    /// <summary>Not printed, but somebody could work it out.</summary>
    Unprinted,
}

/// <summary>A count of people.</summary>
/// <param name="Key">Name within its <see cref="CellProtection"/>.</param>
/// <param name="Value">The count, 0 or more.</param>
/// <param name="Role">What may happen to it.</param>
public sealed record CountCell(string Key, int Value, CountRole Role = CountRole.Open);

/// <summary>A reader knows that the parts make up the total.</summary>
/// <param name="Total">Key of the total.</param>
/// <param name="Parts">Keys of the parts.</param>
public sealed record CountSum(string Total, params IReadOnlyList<string> Parts);
