using System.Buffers.Binary;

namespace Assessment.Data;

/// <summary>The packed scores of one attempt: four bytes per item, in form order, little-endian, ticks of 1/12,600 point.</summary>
public static class ScoreSheet
{
    /// <summary>Stands for an item that was not answered or not scored.</summary>
    public const int NotScored = int.MinValue;

    /// <summary>Packs ticks per item; null becomes <see cref="NotScored"/>.</summary>
    public static byte[] Pack(ReadOnlySpan<int?> ticks)
    {
        var packed = new byte[ticks.Length * sizeof(int)];
        for (var item = 0; item < ticks.Length; item++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(packed.AsSpan(item * sizeof(int)), ticks[item] ?? NotScored);
        }

        return packed;
    }

    /// <summary>Number of items in a packed row.</summary>
    public static int Count(ReadOnlySpan<byte> packed) => packed.Length / sizeof(int);

    /// <summary>Ticks of one item of a packed row, or <see cref="NotScored"/>.</summary>
    /// <param name="packed">The row.</param>
    /// <param name="item">Place of the item in the form, from 0.</param>
    public static int Ticks(ReadOnlySpan<byte> packed, int item) =>
        BinaryPrimitives.ReadInt32LittleEndian(packed.Slice(item * sizeof(int), sizeof(int)));
}
