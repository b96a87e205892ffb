using System.Text;
using System.Text.Json;
using Assessment.Evaluation.Findings;
using Assessment.Evaluation.Tests.Reference;
using Assessment.Statistics;

namespace Assessment.Evaluation.Tests.Findings;

public sealed class FindingsJsonTests
{
    [Test]
    public void Reading_and_writing_again_gives_the_same_bytes()
    {
        var json = FindingsJson.Write(ReferenceStudy.Findings);
        FindingsJson.Write(FindingsJson.Read(json)).Should().Equal(json);
        FindingsJson.Read(json).Should().BeEquivalentTo(ReferenceStudy.Findings, options => options.RespectingRuntimeTypes());
    }

    [Test]
    public void Estimates_and_reasons_are_told_apart()
    {
        var text = Encoding.UTF8.GetString(FindingsJson.Write(ReferenceStudy.Findings));
        text.Should().Contain("\"is\":\"estimate\"").And.Contain("\"design\":\"C\"").And.Contain("\"schema\":\"study-findings/1\"");
        FindingsJson.Read(FindingsJson.Write(ReferenceStudy.Findings)).Instruments[0].Gains[0].Gain.Should().BeOfType<Estimate>();
    }

    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("[")]
    public void Something_else_is_refused(string text)
    {
        var read = () => FindingsJson.Read(Encoding.UTF8.GetBytes(text));
        read.Should().Throw<JsonException>();
    }

    [Test]
    public void Document_of_another_format_is_refused()
    {
        var text = Encoding.UTF8.GetString(FindingsJson.Write(ReferenceStudy.Findings)).Replace("study-findings/1", "study-findings/9", StringComparison.Ordinal);
        var read = () => FindingsJson.Read(Encoding.UTF8.GetBytes(text));
        read.Should().Throw<JsonException>().WithMessage("*study-findings/9*");
    }
}
