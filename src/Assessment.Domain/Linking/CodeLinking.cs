namespace Assessment.Domain.Linking;

/// <summary>
/// Links the forms of two waves by self-generated codes, tolerating one error. A missing link costs a pair, a false link
/// falsifies two: so a link needs that each of the two fits nobody else, and what stays open is counted.
/// </summary>
public static class CodeLinking
{
    /// <summary>
    /// Pass 1 links codes that are equal, pass 2 links of the forms still open those with at most one element that differs or is
    /// missing; in both only where each side has exactly one candidate. A pair that was ambiguous in pass 1 stays a candidate in
    /// pass 2, so that a third person's near miss cannot settle it. The order of the forms has no influence.
    /// </summary>
    /// <param name="wave1">The earlier wave; forms are unique.</param>
    /// <param name="wave2">The later wave; forms are unique.</param>
    public static CodeLinks Link(IReadOnlyCollection<SelfGeneratedCode> wave1, IReadOnlyCollection<SelfGeneratedCode> wave2)
    {
        ArgumentNullException.ThrowIfNull(wave1);
        ArgumentNullException.ThrowIfNull(wave2);
        var exact = Pass(wave1, wave2, ExactKeys, LinkCertainty.Exact);
        var (open1, open2) = (Open(wave1, exact, link => link.Wave1), Open(wave2, exact, link => link.Wave2));
        var near = Pass(open1, open2, NearKeys, LinkCertainty.OneElementDiffers);
        var known = Group(open1, NearKeys);
        var ambiguous = Open(open2, near, link => link.Wave2)
            .Where(code => Candidates(code, known, NearKeys).Count > 0).Select(code => code.Form).Order(StringComparer.Ordinal);
        return new CodeLinks([.. exact.Concat(near).OrderBy(link => link.Wave1, StringComparer.Ordinal)], [.. ambiguous], wave2.Count);
    }

    private static List<CodeLink> Pass(
        IReadOnlyCollection<SelfGeneratedCode> wave1,
        IReadOnlyCollection<SelfGeneratedCode> wave2,
        Func<SelfGeneratedCode, IEnumerable<string>> keys,
        LinkCertainty certainty)
    {
        var (first, second) = (Group(wave1, keys), Group(wave2, keys));
        return (from code in wave2
                let candidates = Candidates(code, first, keys)
                where candidates.Count == 1 && Candidates(candidates[0], second, keys).Count == 1
                select new CodeLink(candidates[0].Form, code.Form, certainty)).ToList();
    }

    /// <summary>The codes that share a key, up to two: more tell no more than "not one".</summary>
    private static List<SelfGeneratedCode> Candidates(
        SelfGeneratedCode code, ILookup<string, SelfGeneratedCode> others, Func<SelfGeneratedCode, IEnumerable<string>> keys) =>
        keys(code).SelectMany(key => others[key]).DistinctBy(other => other.Form).Take(2).ToList();

    private static ILookup<string, SelfGeneratedCode> Group(
        IEnumerable<SelfGeneratedCode> wave, Func<SelfGeneratedCode, IEnumerable<string>> keys) =>
        wave.SelectMany(code => keys(code).Select(key => (key, code))).ToLookup(pair => pair.key, pair => pair.code);

    private static IEnumerable<string> ExactKeys(SelfGeneratedCode code) =>
        code.Elements.Contains("") ? [] : [Key(code, leftOut: -1)];

    /// <summary>
    /// Each way to leave one element out and keep five that are given. Two codes share a key exactly when at most one element
    /// does not confirm, so that six lookups a form replace comparing everybody with everybody.
    /// </summary>
    private static IEnumerable<string> NearKeys(SelfGeneratedCode code) =>
        Enumerable.Range(0, SelfGeneratedCode.Length)
            .Where(i => code.Elements.Where((_, j) => j != i).All(element => element.Length > 0))
            .Select(i => Key(code, i));

    private static string Key(SelfGeneratedCode code, int leftOut) =>
        $"{leftOut}\u001f{string.Join('\u001f', code.Elements.Where((_, i) => i != leftOut))}";

    private static List<SelfGeneratedCode> Open(IEnumerable<SelfGeneratedCode> wave, List<CodeLink> links, Func<CodeLink, string> side)
    {
        var linked = links.Select(side).ToHashSet(StringComparer.Ordinal);
        return wave.Where(code => !linked.Contains(code.Form)).ToList();
    }
}
