namespace Assessment.Statistics.Models.Mixed;

/// <summary>Where a term's effects stand among the columns of the system: level by level, its effects side by side.</summary>
/// <param name="Size">Effects of a level.</param>
/// <param name="Count">Number of levels.</param>
/// <param name="LevelOfRow">0-based level of every row.</param>
/// <param name="FirstColumn">Column of the first effect of level 0.</param>
internal sealed record TermLayout(int Size, int Count, int[] LevelOfRow, int FirstColumn)
{
    /// <summary>Column behind the term's last.</summary>
    public int End => FirstColumn + (Size * Count);

    /// <summary>First column of the level that a row belongs to.</summary>
    public int ColumnOfRow(int row) => FirstColumn + (Size * LevelOfRow[row]);
}
