using Assessment.Release.Pseudonyms;

namespace Assessment.Release.Tests.Pseudonyms;

public class ReleaseKeyTests
{
    [Test]
    public void Disposed_key_answers_nothing()
    {
        var key = ReleaseKey.Create();
        key.Dispose();

        key.Invoking(one => one.Authenticate([1])).Should().Throw<ObjectDisposedException>();
    }

    [Test]
    public void Disposing_overwrites_the_bytes()
    {
        var key = SimulatedStudy.Key(7);
        var field = typeof(ReleaseKey).GetField("secret", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!;
        var secret = (byte[])field.GetValue(key)!;
        secret.Should().OnlyContain(value => value == 7);

        key.Dispose();

        secret.Should().OnlyContain(value => value == 0);
    }

    [Test]
    public void Two_keys_of_the_system_differ()
    {
        using var first = ReleaseKey.Create();
        using var second = ReleaseKey.Create();

        first.Authenticate([1]).Should().NotEqual(second.Authenticate([1]));
    }

    [Test]
    public void Key_is_given_the_whole_length_to_fill()
    {
        var asked = 0;
        ReleaseKey.Create(bytes => asked = bytes.Length).Dispose();

        asked.Should().Be(32);
    }
}
