using System.Text.Json;
using Assessment.Release.Pseudonyms;

namespace Assessment.Release.Tests.Pseudonyms;

public class PseudonymTests
{
    public static IEnumerable<TestCaseData> Vectors()
    {
        using var file = JsonDocument.Parse(Reference.Text("pseudonyms.json"));
        foreach (var vector in file.RootElement.GetProperty("vectors").EnumerateArray())
        {
            string Read(string name) => vector.GetProperty(name).GetString()!;
            yield return new TestCaseData(Read("key_hex"), Read("kind"), Read("release"), Read("id")).Returns(Read("code"));
        }
    }

    [TestCaseSource(nameof(Vectors))]
    public string Code_equals_the_published_vector(string keyHex, string kind, string release, string id)
    {
        using var key = ReleaseKey.Create(bytes => Convert.FromHexString(keyHex).CopyTo(bytes));
        return Pseudonym.Of(key, Enum.Parse<PseudonymKind>(kind, ignoreCase: true), release, Guid.Parse(id));
    }

    [Test]
    public void Vectors_cover_every_kind() => Vectors().Select(vector => vector.Arguments[1]).Distinct().Should().HaveCount(4);
}
