namespace Assessment.Release.Package;

/// <summary>How alike the gains of colleagues are, so that readers can widen standard errors without knowing the clusters.</summary>
/// <param name="ScoreColumn">Score column of the later wave.</param>
/// <param name="Cluster">"agency" or "class".</param>
/// <param name="IntraclassCorrelation">ICC of the gain.</param>
/// <param name="DesignEffect">Variance relative to a simple random sample; standard errors grow by its square root.</param>
public sealed record ReleaseClustering(string ScoreColumn, string Cluster, double IntraclassCorrelation, double DesignEffect);
