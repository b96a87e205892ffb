using System.Buffers.Binary;

namespace Assessment.Domain.Scoring;

/// <summary>
/// The packed item points of an attempt: one little-endian 32-bit count of ticks per item in form order,
/// <see cref="NotScored"/> where nothing was scored. 4 bytes an item, read without an object per answer.
/// </summary>
public static class ScoreSheet
{
    /// <summary>Stands for "nothing scored": no answer, or no opportunity.</summary>
    public const int NotScored = int.MinValue;

    /// <summary>Packs item points.</summary>
    public static byte[] Pack(IReadOnlyList<Points?> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var bytes = new byte[items.Count * sizeof(int)];
        for (var i = 0; i < items.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * sizeof(int)), items[i]?.Ticks ?? NotScored);
        }

        return bytes;
    }

    /// <summary>How many items a packed sheet holds.</summary>
    public static int Count(ReadOnlySpan<byte> sheet) => sheet.Length / sizeof(int);

    /// <summary>The ticks of the item at an index of a packed sheet; <see cref="NotScored"/> where nothing was scored.</summary>
    public static int Ticks(ReadOnlySpan<byte> sheet, int index) =>
        BinaryPrimitives.ReadInt32LittleEndian(sheet.Slice(index * sizeof(int), sizeof(int)));

    /// <summary>The points of the item at an index of a packed sheet; null where nothing was scored.</summary>
    public static Points? ItemAt(ReadOnlySpan<byte> sheet, int index) =>
        Ticks(sheet, index) is var ticks and not NotScored ? new Points(ticks) : null;
}
