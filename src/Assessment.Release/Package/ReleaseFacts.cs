namespace Assessment.Release.Package;

/// <summary>What the README must say and the table does not know. Nothing here may name an agency or a person.</summary>
/// <param name="Title">Title of the data set.</param>
/// <param name="Producer">Who publishes it; used in the citation.</param>
/// <param name="Contact">Where readers ask.</param>
/// <param name="Date">Date of the release.</param>
public sealed record ReleaseFacts(string Title, string Producer, string Contact, DateOnly Date)
{
    /// <summary>Clustering of gains by agency, computed inside; empty when it could not be estimated.</summary>
    public IReadOnlyList<ReleaseClustering> Clustering { get; init; } = [];
}
