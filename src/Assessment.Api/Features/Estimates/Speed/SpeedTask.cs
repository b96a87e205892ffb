using Assessment.Statistics.Cases;

namespace Assessment.Api.Features.Estimates.Speed;

/// <summary>What is timed on a file of its own.</summary>
/// <param name="Name">Such as "item-analysis".</param>
/// <param name="File">Name of the file in the folder.</param>
/// <param name="Prepare">Turns the table into arrays; throws <see cref="FormatException"/> naming column and row.</param>
internal sealed record SpeedTask(string Name, string File, Func<CaseTable, SpeedOptions, SpeedWork> Prepare)
{
    /// <summary>All tasks in the order in which they run.</summary>
    public static IReadOnlyList<SpeedTask> All { get; } =
    [
        new("gain-analysis", "gain-analysis.csv", GainWork.Of),
        new("bootstrap-mean", "bootstrap.csv", BootstrapWork.OfMean),
        new("bootstrap-dz", "bootstrap.csv", BootstrapWork.OfDz),
        new("item-analysis", "item-analysis.csv", ItemWork.Analysis),
        new("dif", "dif.csv", ItemWork.Dif),
        new("mixed-model", "mixed-model.csv", MixedWork.Of),
        new("rasch", "rasch.csv", ItemWork.Rasch),
        new("negative-binomial", "negative-binomial.csv", CountWork.Of),
    ];
}

/// <summary>Arrays ready to be computed on, and what is computed.</summary>
/// <param name="Rows">Rows of the arrays.</param>
/// <param name="Columns">Columns of the arrays.</param>
/// <param name="Run">Computes; its answer tells the main results when asked, outside the measured time.</param>
internal sealed record SpeedWork(int Rows, int Columns, Func<Func<OrderedDictionary<string, object?>>> Run);
