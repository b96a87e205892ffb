using Assessment.Domain;
using Assessment.Release;

namespace Assessment.Api.Problems;

/// <summary>Every refusal that the API can answer: those of the domain and those of releases.</summary>
internal static class RefusalCatalogue
{
    public static IReadOnlyList<RefusalCode> All { get; } = [.. Refusals.All, .. PrivacyRefusals.All];
}
