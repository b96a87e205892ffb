namespace Assessment.Release.Fields;

/// <summary>What a field can do to the privacy of the person it is about.</summary>
public enum FieldClass
{
    /// <summary>Names the person or a place of theirs: name, badge number, e-mail, ids. Never released, not hashed either.</summary>
    DirectIdentifier,

    /// <summary>Words somebody typed. Never released, not even redacted.</summary>
    FreeText,

    /// <summary>A date or time. Released only as months since training.</summary>
    ExactTime,

    /// <summary>Known to outsiders (rosters, newspapers): generalized and counted for k.</summary>
    QuasiIdentifier,

    /// <summary>Known to colleagues: which waves were missed, when they were answered.</summary>
    Insider,

    /// <summary>What nobody may learn about a person: scores, ratings.</summary>
    Sensitive,

    /// <summary>Says nothing about a person.</summary>
    Safe,
}
