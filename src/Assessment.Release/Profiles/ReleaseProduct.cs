namespace Assessment.Release.Profiles;

/// <summary>Who a release is for; the two are never mixed.</summary>
public enum ReleaseProduct
{
    /// <summary>For everybody: websites, data.gov, a public archive.</summary>
    Public,

    /// <summary>For named recipients under a transfer agreement (28 CFR 22.24).</summary>
    Restricted,
}
