using System.Text;
using Assessment.Domain;
using Assessment.Interchange.Qti;
using CsCheck;

namespace Assessment.Interchange.Tests.Qti;

public class QtiItemTests
{
    private static readonly byte[] Choice = Items.Item(Items.Mapped, Items.Score, Items.Template("match_correct"));
    private static readonly byte[] Map = Items.Item(Items.Mapped, Items.Score, Items.Template("map_response.xml"));

    private static readonly Gen<string[]> Chosen = Gen.Int[0, 5].Select(i => "ABCDEF"[i].ToString()).Array[0, 8];

    [TestCase("""["B","A"]""", 1)]
    [TestCase("""["A"]""", 0)]
    [TestCase("[]", 0)]
    [TestCase("null", 0)]
    public void Match_correct_gives_one_or_nothing(string response, double score) => Items.ScoreOf(Choice, Responses(response)).Should().Be(score);

    /// <summary>{B, C} and {B, B, C} are the information model's own example of mapResponse; bounds and default are written above.</summary>
    [TestCase("""["B","C"]""", 1.5)]
    [TestCase("""["B","B","C"]""", 1.5)]
    [TestCase("""["C"]""", 0.5)]
    [TestCase("\"C\"", 0.5)]
    [TestCase("""["B","D"]""", 2)]
    [TestCase("""["X","Y","Z"]""", -1)]
    [TestCase("""["X"]""", -0.5)]
    [TestCase("[]", 0)]
    public void Map_response_sums_distinct_values_within_bounds(string response, double score) => Items.ScoreOf(Map, Responses(response)).Should().Be(score);

    [Test]
    public void Order_of_a_multiple_is_of_no_account() => Chosen.Sample(chosen =>
        Items.ScoreOf(Map, Responses(chosen)) == Items.ScoreOf(Map, Responses([.. chosen.Reverse()]))
        && Items.ScoreOf(Choice, Responses(chosen)) == Items.ScoreOf(Choice, Responses([.. chosen.Reverse()])));

    [Test]
    public void Mapped_score_lies_within_its_bounds() => Chosen.Sample(chosen => Items.ScoreOf(Map, Responses(chosen)) is >= -1 and <= 2);

    [Test]
    public void Saying_a_value_twice_changes_no_mapped_score() => Chosen.Sample(chosen =>
        Items.ScoreOf(Map, Responses(chosen)) == Items.ScoreOf(Map, Responses([.. chosen, .. chosen])));

    /// <summary>Without the template's check of NULL, mapResponse gives what the mapping gives for anything it does not know.</summary>
    [TestCase("null", -0.5)]
    [TestCase("[]", -0.5)]
    public void Null_is_mapped_to_the_default(string response, double score) => Items.ScoreOf(
        Items.Item(Items.Mapped, Items.Score, """<responseProcessing><setOutcomeValue identifier="SCORE"><mapResponse identifier="RESPONSE"/></setOutcomeValue></responseProcessing>"""),
        Responses(response)).Should().Be(score);

    [TestCase("\"12 11\"", 2)]
    [TestCase("\"25 11\"", 1)]
    [TestCase("\"99 99\"", 0)]
    [TestCase("null", 0)]
    public void Single_point_has_the_worth_of_the_first_area(string point, double score) => Items.ScoreOf(Areas("single"), Responses(point)).Should().Be(score);

    [TestCase("""["12 11","11 12","25 11"]""", 3)]
    [TestCase("""["12 11","11 12"]""", 2)]
    [TestCase("[[12,11]]", 2)]
    public void Each_area_counts_once(string points, double score) => Items.ScoreOf(Areas("multiple"), Responses(points)).Should().Be(score);

    [TestCase("crisis ", "false", 0)]
    [TestCase("CRISIS", "false", 1)]
    [TestCase("CRISIS", "true", 0)]
    public void Case_of_a_map_key_counts_unless_switched_off(string text, string sensitive, double score) => Items.ScoreOf(
        Items.Item(
            $"""<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="string"><mapping><mapEntry mapKey="crisis" mappedValue="1" caseSensitive="{sensitive}"/></mapping></responseDeclaration>""",
            Items.Score,
            Items.Template("map_response")),
        $$"""{"RESPONSE":"{{text}}"}""").Should().Be(score);

    [Test]
    public void Qti_3_item_is_scored_by_the_same_rules()
    {
        var item = Encoding.UTF8.GetBytes("""
            <qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="t" adaptive="false" time-dependent="false">
              <qti-response-declaration identifier="RESPONSE" cardinality="ordered" base-type="identifier">
                <qti-correct-response><qti-value>A</qti-value><qti-value>B</qti-value></qti-correct-response>
              </qti-response-declaration>
              <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
              <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>
            </qti-assessment-item>
            """);
        Items.ScoreOf(item, Responses("""["A","B"]""")).Should().Be(1);
        Items.ScoreOf(item, Responses("""["B","A"]""")).Should().Be(0);
    }

    [Test]
    public void Outcomes_start_at_their_defaults_and_numeric_ones_at_zero() => Items.Outcomes(
        Items.Item(
            Items.Score,
            """<outcomeDeclaration identifier="MAXSCORE" cardinality="single" baseType="float"><defaultValue><value>3.0</value></defaultValue></outcomeDeclaration>""",
            """<outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier"/>"""),
        "{}").Should().Be("""{"SCORE":0,"MAXSCORE":3,"FEEDBACK":null}""");

    /// <summary>Thresholds: the first entry at or below the number, despite the table's name.</summary>
    [TestCase(9, 2)]
    [TestCase(5, 1)]
    [TestCase(4.9, 0)]
    [TestCase(-3, -1)]
    public void Interpolation_table_takes_the_first_threshold_reached(double raw, double score) => Items.ScoreOf(
        Items.Item(
            """<responseDeclaration identifier="RAW" cardinality="single" baseType="float"/>""",
            """
            <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><interpolationTable defaultValue="-1">
              <interpolationTableEntry sourceValue="8" includeBoundary="false" targetValue="2"/><interpolationTableEntry sourceValue="5" targetValue="1"/><interpolationTableEntry sourceValue="0" targetValue="0"/>
            </interpolationTable></outcomeDeclaration>
            """,
            """<responseProcessing><lookupOutcomeValue identifier="SCORE"><variable identifier="RAW"/></lookupOutcomeValue></responseProcessing>"""),
        FormattableString.Invariant($$"""{"RAW":{{raw}}}""")).Should().Be(score);

    [TestCase("A", """{"SCORE":1}""")]
    [TestCase("B", """{"SCORE":2}""")]
    [TestCase("C", """{"SCORE":9}""")]
    public void First_branch_that_holds_is_taken_and_exit_ends_all(string response, string outcomes) => Items.Outcomes(
        Items.Item(
            """<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"/>""",
            Items.Score,
            $"""
            <responseProcessing>
              <responseCondition>
                <responseIf>{Is("A")}{Set(1)}<exitResponse/></responseIf>
                <responseElseIf>{Is("B")}<responseProcessingFragment>{Set(2)}<exitResponse/></responseProcessingFragment></responseElseIf>
                <responseElse>{Set(3)}</responseElse>
              </responseCondition>
              {Set(9)}
            </responseProcessing>
            """),
        $$"""{"RESPONSE":"{{response}}"}""").Should().Be(outcomes);

    [Test]
    public void What_is_unsupported_is_refused_before_any_response_reaches_it()
    {
        var refusal = QtiItem.Read(Items.Item(Items.Mapped, Items.Score, $"""
            <responseProcessing>
              <setTemplateValue identifier="X"/>
              <responseCondition><responseElse>{Set(1)}</responseElse><responseElseIf>{Is("A")}{Set(1)}</responseElseIf></responseCondition>
              <responseCondition><responseIf><random><variable identifier="RESPONSE"/></random>{Set(1)}</responseIf></responseCondition>
            </responseProcessing>
            """)).Refusal!;
        refusal.Code.Should().Be(Refusals.UnsupportedProcessing);
        refusal.Places.Select(place => place.Where.Split(", ")[1]).Should().Equal("setTemplateValue", "responseElseIf", "random");
    }

    [TestCase("""<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2"/>""", "form-invalid")]
    [TestCase("<assessmentItem>", "form-invalid")]
    [TestCase("""<!DOCTYPE assessmentItem [<!ENTITY x "1">]><assessmentItem>&x;</assessmentItem>""", "form-invalid")]
    [TestCase("""<assessmentItem><responseDeclaration identifier="R" cardinality="pair" baseType="identifier"/></assessmentItem>""", "form-invalid")]
    [TestCase("""<assessmentItem><outcomeDeclaration identifier="S" cardinality="single" baseType="float"><defaultValue><value>many</value></defaultValue></outcomeDeclaration></assessmentItem>""", "form-invalid")]
    [TestCase("""<assessmentItem adaptive="true"/>""", "unsupported-processing")]
    [TestCase("""<assessmentItem><templateProcessing/></assessmentItem>""", "unsupported-processing")]
    [TestCase("""<assessmentItem><responseProcessing template="http://example.org/own_rules"/></assessmentItem>""", "unsupported-processing")]
    [TestCase("""<assessmentItem><responseProcessing template="match_correct"/></assessmentItem>""", "unsupported-processing")]
    [TestCase("""<assessmentItem><responseProcessing><setOutcomeValue identifier="NOWHERE"><null/></setOutcomeValue></responseProcessing></assessmentItem>""", "unsupported-processing")]
    public void Item_that_cannot_be_scored_is_refused(string xml, string code) =>
        Items.Run(Encoding.UTF8.GetBytes(xml), "{}").Refusal!.Code.Code.Should().Be(code);

    [Test]
    public void Document_type_is_skipped_and_its_file_never_opened() =>
        Items.Run(Encoding.UTF8.GetBytes("""<!DOCTYPE assessmentItem SYSTEM "file:///no/such/place.dtd"><assessmentItem identifier="i"/>"""), "{}").IsRefused.Should().BeFalse();

    [Test]
    public void Elements_nested_without_end_are_refused()
    {
        var deep = $"<assessmentItem>{string.Concat(Enumerable.Repeat("<div>", 100_000))}{string.Concat(Enumerable.Repeat("</div>", 100_000))}</assessmentItem>";
        QtiItem.Read(Encoding.UTF8.GetBytes(deep)).Refusal!.Code.Should().Be(Refusals.FormInvalid);
    }

    [Test]
    public void Response_of_another_shape_is_refused_and_another_name_is_noted()
    {
        var item = Items.Item("""<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="integer"/>""", Items.Score);
        Items.Run(item, Responses("[1,2]")).Refusal!.Code.Should().Be(Refusals.ResponseInvalid);
        Items.Run(item, Responses("{}")).Refusal!.Code.Should().Be(Refusals.ResponseInvalid);
        Items.Run(item, """{"RESPONSE":"many","OTHER":1,"duration":3}""").Value.Notes.Should().HaveCount(2)
            .And.Contain(note => note.Contains("OTHER", StringComparison.Ordinal)).And.Contain(note => note.Contains("base type", StringComparison.Ordinal));
    }

    [Test]
    public void Session_variables_can_be_sent_read_and_set_but_are_not_printed() => Items.Outcomes(
        Items.Item(Items.Score, """
            <responseProcessing>
              <setOutcomeValue identifier="completionStatus"><baseValue baseType="identifier">completed</baseValue></setOutcomeValue>
              <setOutcomeValue identifier="SCORE"><variable identifier="duration"/></setOutcomeValue>
            </responseProcessing>
            """),
        """{"duration":12.5}""").Should().Be("""{"SCORE":12.5}""");

    [Test]
    public void Single_with_several_right_values_is_read_as_a_multiple() => Items.ScoreOf(
        Items.Item(
            """<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="directedPair"><correctResponse><value>A X</value><value>B Y</value></correctResponse></responseDeclaration>""",
            Items.Score,
            Items.Template("match_correct")),
        Responses("""["B Y","A X"]""")).Should().Be(1);

    [Test]
    public void Any_bytes_give_an_item_or_a_refusal_and_never_a_fault() =>
        Gen.Byte.Array[0, 60].Sample(noise =>
        {
            var item = QtiItem.Read([.. "<assessmentItem>"u8, .. noise, .. "</assessmentItem>"u8]);
            return item.IsRefused || item.Value.Identifier.Length == 0;
        });

    private static byte[] Areas(string cardinality) => Items.Item(
        $"""
        <responseDeclaration identifier="RESPONSE" cardinality="{cardinality}" baseType="point"><areaMapping defaultValue="0">
          <areaMapEntry shape="circle" coords="10,10,5" mappedValue="2"/><areaMapEntry shape="rect" coords="0,0,30,30" mappedValue="1"/>
        </areaMapping></responseDeclaration>
        """,
        Items.Score,
        Items.Template("map_response_point"));

    private static string Is(string identifier) => $"""<match><variable identifier="RESPONSE"/><baseValue baseType="identifier">{identifier}</baseValue></match>""";

    private static string Set(int score) => $"""<setOutcomeValue identifier="SCORE"><baseValue baseType="float">{score}</baseValue></setOutcomeValue>""";

    private static string Responses(string json) => $$"""{"RESPONSE":{{json}}}""";

    private static string Responses(string[] chosen) => Responses($"[{string.Join(',', chosen.Select(one => $"\"{one}\""))}]");
}
