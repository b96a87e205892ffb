namespace Assessment.Api.Features.Reports;

/// <summary>A place where a report and its data do not agree.</summary>
/// <param name="Where">Such as "T5.csv, line 3, column Gain" or an attempt.</param>
/// <param name="Found">What is there.</param>
/// <param name="Expected">What the data give.</param>
internal sealed record Difference(string Where, string Found, string Expected)
{
    public override string ToString() => $"{Where}: found {Found}, the data give {Expected}";
}
