using System.Globalization;
using System.Text;

namespace Assessment.Api.Tests.Fuzzing;

/// <summary>Makes bodies that a client should never send, and now and then one that it should. The same seed makes the same bodies.</summary>
internal sealed class BodyMutator(Random random)
{
    /// <summary>Stands in many bodies; no problem may repeat it.</summary>
    public const string Marker = "Planted-marker";

    private static readonly string[] Numbers =
        ["0", "-1", "1", "0.5", "1e400", "-1e-400", "9223372036854775807", "9223372036854775808", "2147483648", "01", "+1", "NaN", new string('9', 5000)];

    /// <summary>JSON spellings of strings: control characters, half surrogates, look-alikes, very long ones.</summary>
    private static readonly string[] Strings =
    [
        "\"\"", $"\"{Marker}\"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00a\"", "\"\\ud83d\\ude00\"", "\"\u202e\"", "\"'; DROP TABLE response; --\"",
        "\"a\"", "\"b\"", "\"true\"", "\"\\x\"", "\"" + new string('x', 65) + "\"", "\"" + new string('é', 9000) + "\"", "\"tablet\"", "'a'",
    ];

    private static readonly string?[] Types =
    [
        null, "text/plain", "application/xml", "application/json; charset=utf-16", $"application/json; charset={Marker}", "application/json; charset=iso-8859-1",
        "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/problem+json", "text/json",
    ];

    private static readonly string[] Names = ["value", "revision", "device", "seen", "answers", "item", "token", "joinCode", "__proto__", "$ref", "Value", Marker, "\\u0000", "\\ud800"];

    /// <summary>A body for a request whose rightful members are given as names with JSON text.</summary>
    public ByteArrayContent Next(IReadOnlyList<(string Name, string Json)> members)
    {
        var bytes = random.Next(16) switch
        {
            0 or 1 => Utf8(Join(members)),
            2 => Utf8(Any(4)),
            3 => Utf8(Huge()),
            4 => Truncated(Utf8(Join(members))),
            5 => Flipped(Utf8(Join(members))),
            6 => Spliced(Utf8(Join(members)), [0xC3, 0x28, 0xFF, 0xED, 0xA0, 0x80]),
            7 => Utf8(Join([.. members, members[random.Next(members.Count)]])),
            8 => Utf8(Join([.. members, (Pick(Names), Any(2))])),
            9 => Utf8(Join([.. members.Where(_ => random.Next(3) > 0)])),
            _ => Utf8(Join([.. Replaced(members)])),
        };
        var content = new ByteArrayContent(bytes);
        var type = random.Next(12) == 0 ? Pick(Types) : "application/json";
        if (type is not null) content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    /// <summary>JSON text, or nearly JSON, of any shape.</summary>
    public string Any(int depth) => random.Next(depth > 0 ? 7 : 4) switch
    {
        0 => Pick(["null", "true", "false", "undefined", ""]),
        1 => Pick(Numbers),
        2 or 3 => Pick(Strings),
        4 => $"[{string.Join(',', Some(() => Any(depth - 1)))}]",
        5 => $"{{{string.Join(',', Some(() => $"\"{Pick(Names)}\":{Any(depth - 1)}"))}}}",
        _ => Huge(),
    };

    private string Huge() => random.Next(6) switch
    {
        0 => new string('[', 300) + new string(']', 300),
        1 => string.Concat(Enumerable.Repeat("{\"a\":", 300)) + "1" + new string('}', 300),
        2 => new string('[', 20_000),
        3 => "[" + string.Join(',', Enumerable.Repeat("1", 10_000)) + "]",
        4 => "\"" + new string('y', 40_000) + Marker + "\"",
        _ => "\"" + new string('z', 70_000) + "\"",
    };

    private IEnumerable<(string, string)> Replaced(IReadOnlyList<(string Name, string Json)> members)
    {
        var chosen = random.Next(members.Count);
        return members.Select((member, i) => i == chosen ? (member.Name, Any(3)) : member);
    }

    private byte[] Truncated(byte[] bytes) => bytes[..random.Next(bytes.Length)];

    private byte[] Flipped(byte[] bytes)
    {
        for (var i = 0; i < 3; i++) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }

    private byte[] Spliced(byte[] bytes, byte[] bad)
    {
        var at = random.Next(bytes.Length);
        return [.. bytes[..at], .. bad[..random.Next(1, bad.Length)], .. bytes[at..]];
    }

    private List<string> Some(Func<string> make) => Enumerable.Range(0, random.Next(5)).Select(_ => make()).ToList();

    private T Pick<T>(T[] all) => all[random.Next(all.Length)];

    private static string Join(IReadOnlyList<(string Name, string Json)> members) =>
        "{" + string.Join(',', members.Select(member => string.Create(CultureInfo.InvariantCulture, $"\"{member.Name}\":{member.Json}"))) + "}";

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
