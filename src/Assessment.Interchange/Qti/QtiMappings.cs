namespace Assessment.Interchange.Qti;

/// <summary>What a mapping gives for what no entry covers, and the bounds of the sum.</summary>
internal sealed record QtiBounds(double Default, double? Lower, double? Upper)
{
    public static QtiBounds Of(QtiElement element) =>
        new(element.Number("defaultvalue") ?? 0, element.Number("lowerbound"), element.Number("upperbound"));

    /// <summary>Bounds hold for single values too: files in the wild rely on it.</summary>
    public double Clamp(double sum) => Lower is { } low && sum < low ? low : Upper is { } high && sum > high ? high : sum;
}

/// <summary>A value that a mapping knows, and its worth.</summary>
internal sealed record QtiMapEntry(QtiAtom Key, bool CaseSensitive, double Worth)
{
    public bool Covers(QtiAtom atom) => Key == atom || (!CaseSensitive && Key is QtiAtom.Text key && atom is QtiAtom.Text text
        && string.Equals(key.Value, text.Value, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Worth of responses by value (QTI 2.2 information model, mapping and mapResponse).</summary>
internal sealed record QtiMapping(IReadOnlyList<QtiMapEntry> Entries, QtiBounds Bounds)
{
    /// <summary>Sum over distinct values, each by its first entry or the default; NULL has the default's worth.</summary>
    public double Worth(QtiValue response) => Bounds.Clamp(response.IsNull
        ? Bounds.Default
        : response.Atoms.Distinct().Sum(atom => Entries.FirstOrDefault(entry => entry.Covers(atom))?.Worth ?? Bounds.Default));
}

/// <summary>Worth of points by area (QTI 2.2 information model, areaMapping and mapResponsePoint).</summary>
internal sealed record QtiAreaMapping(IReadOnlyList<(QtiArea Area, double Worth)> Entries, QtiBounds Bounds)
{
    /// <summary>Each point counts for the first area that holds it, each area once; a point outside all has the default's worth.</summary>
    public double Worth(QtiValue response)
    {
        if (response.IsNull)
        {
            return Bounds.Clamp(Bounds.Default);
        }

        var hits = response.Atoms.OfType<QtiAtom.Point>().Select(FirstArea).ToList();
        return Bounds.Clamp(hits.Where(hit => hit >= 0).Distinct().Sum(hit => Entries[hit].Worth) + hits.Count(hit => hit < 0) * Bounds.Default);
    }

    private int FirstArea(QtiAtom.Point point) => Entries.Index().Where(entry => entry.Item.Area.Contains(point)).Select(entry => entry.Index).FirstOrDefault(-1);
}

/// <summary>An outcome's table from numbers to values (QTI 2.2 information model, matchTable and interpolationTable).</summary>
internal sealed record QtiLookup(bool Exact, IReadOnlyList<(double Source, bool IncludeBoundary, QtiAtom Target)> Entries, QtiAtom? Default)
{
    /// <summary>
    /// A match table takes the entry that equals the number; an interpolation table, despite its name, the first whose
    /// source is at most the number (below it when its boundary is excluded).
    /// </summary>
    public QtiValue Of(double? number)
    {
        foreach (var (source, includeBoundary, target) in Entries)
        {
            if (number is { } sought && (sought == source ? Exact || includeBoundary : !Exact && source < sought))
            {
                return QtiValue.Of(target);
            }
        }

        return QtiValue.Of(Default);
    }
}
