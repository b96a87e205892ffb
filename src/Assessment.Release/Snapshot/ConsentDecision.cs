namespace Assessment.Release.Snapshot;

/// <summary>What a participant decided about the research use of their answers. Only <see cref="Granted"/> is released.</summary>
public enum ConsentDecision
{
    /// <summary>Nobody asked, or no answer is on file.</summary>
    NotAsked,

    /// <summary>Said yes and has not withdrawn.</summary>
    Granted,

    /// <summary>Said no.</summary>
    Refused,

    /// <summary>Said yes and took it back.</summary>
    Withdrawn,
}
