namespace Assessment.Reporting.Reports.Grant;

/// <summary>Money of the award by the end of the fiscal year, in dollars.</summary>
/// <param name="Received">Received.</param>
/// <param name="Spent">Spent.</param>
/// <param name="SpentOnTraining">Of it on training.</param>
/// <param name="Reporting">Of it on reporting mechanisms, capped at 5 percent of the award.</param>
/// <param name="UseOfForceCollection">Of it on joining the FBI collection, capped at 5 percent of the award.</param>
public sealed record Money(decimal Received, decimal Spent, decimal SpentOnTraining, decimal Reporting, decimal UseOfForceCollection)
{
    /// <summary>Cap of each of the two costs, as a share of the award.</summary>
    public const double Cap = 0.05;

    /// <summary>Plan for what is unspent; empty when there is none.</summary>
    public string UnspentPlan { get; init; } = "";

    /// <summary>What it costs to train one officer; null when not known.</summary>
    public decimal? CostPerOfficer { get; init; }

    /// <summary>Received − spent.</summary>
    public decimal Unspent => Received - Spent;

    internal double? ShareOfAward(decimal cost) => Received == 0 ? null : (double)(cost / Received);
}
