using System.Text;
using Assessment.Domain;

namespace Assessment.Interchange;

/// <summary>Decodes a file strictly: a wrong byte is named by line, never replaced by a question mark.</summary>
public static class Utf8Text
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, or the place of the first byte that is not UTF-8.</summary>
    public static (string? Text, Place? Fault) Read(ReadOnlySpan<byte> bytes)
    {
        var body = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        try
        {
            return (Strict.GetString(body), null);
        }
        catch (DecoderFallbackException fault)
        {
            var upTo = body[..Math.Min(body.Length, Math.Max(0, fault.Index))];
            return (null, new Place($"line {upTo.Count((byte)'\n') + 1}", $"Byte {fault.Index + 1} of the file is not UTF-8."));
        }
    }
}
