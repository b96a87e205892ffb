using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Assessment.Evaluation.Scores;

/// <summary>SHA-256 over what the analysis read, in the order it was read; the builder insists on that order.</summary>
internal sealed class CanonicalHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] buffer = new byte[64 * 1024];
    private int used;

    /// <summary>Fields are length-prefixed, so that no two inputs run together to the same bytes.</summary>
    public void Add(FormLayout form)
    {
        Text($"{form.Instrument}|{form.Kind}|{form.Plane}|{form.Version}|{form.Edition}|{form.Source}");
        Integers(form.PassMarkTicks ?? -1, form.Items.Count);
        foreach (var item in form.Items)
        {
            Text($"{item.Topic}|{item.Objective}");
            Integers((int)item.Ability, item.MaxTicks);
        }
    }

    public void Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Integers(bytes.Length);
        Bytes(bytes);
    }

    public void Integers(params ReadOnlySpan<int> values)
    {
        if (BitConverter.IsLittleEndian)
        {
            Bytes(MemoryMarshal.AsBytes(values));
            return;
        }

        foreach (var value in values) Bytes(BitConverter.GetBytes(System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(value)));
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        if (used + bytes.Length > buffer.Length) Flush();
        if (bytes.Length > buffer.Length)
        {
            hash.AppendData(bytes);
            return;
        }

        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    public string Finish()
    {
        Flush();
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose() => hash.Dispose();

    private void Flush()
    {
        hash.AppendData(buffer, 0, used);
        used = 0;
    }
}
