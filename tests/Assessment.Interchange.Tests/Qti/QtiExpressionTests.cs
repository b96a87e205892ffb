using Assessment.Domain;
using CsCheck;

namespace Assessment.Interchange.Tests.Qti;

/// <summary>Values by the sentences of the QTI 2.2 information model; its own examples where it has some.</summary>
public class QtiExpressionTests
{
    [TestCase("<sum>#1 #2.5 #-4</sum>", "-0.5")]
    [TestCase("<sum>#1 <null/></sum>", "null")]
    [TestCase("<sum><multiple>#1 #2</multiple> #3</sum>", "6")]
    [TestCase("<product>#2 #3 #4</product>", "24")]
    [TestCase("<subtract>#1 #3</subtract>", "-2")]
    [TestCase("<divide>#1 #4</divide>", "0.25")]
    [TestCase("<divide>#1 #0</divide>", "null")]
    [TestCase("<power>#2 #10</power>", "1024")]
    [TestCase("<power>#-1 #0.5</power>", "null")]
    [TestCase("<integerDivide>#-7 #2</integerDivide>", "-4")]
    [TestCase("<integerModulus>#-7 #2</integerModulus>", "1")]
    [TestCase("<integerModulus>#7 #0</integerModulus>", "null")]
    [TestCase("<truncate>#-6.5</truncate>", "-6")]
    [TestCase("<round>#6.5</round>", "7")]
    [TestCase("<round>#-6.5</round>", "-6")]
    [TestCase("<roundTo roundingMode=\"decimalPlaces\" figures=\"2\">#2.675</roundTo>", "2.68")]
    [TestCase("<roundTo roundingMode=\"significantFigures\" figures=\"2\">#1250</roundTo>", "1300")]
    [TestCase("<roundTo figures=\"3\">#0.00012345</roundTo>", "0.000123")]
    [TestCase("<max>#1 #5 #3</max>", "5")]
    [TestCase("<min>#1 #5 #3</min>", "1")]
    [TestCase("<gcd>#12 #18 #-30</gcd>", "6")]
    [TestCase("<lcm>#4 #6</lcm>", "12")]
    [TestCase("<lcm>#4 #0</lcm>", "0")]
    [TestCase("<integerToFloat>#3</integerToFloat>", "3")]
    [TestCase("<mathOperator name=\"abs\">#-3</mathOperator>", "3")]
    [TestCase("<mathOperator name=\"ln\">#-1</mathOperator>", "null")]
    [TestCase("<mathOperator name=\"log\">#1000</mathOperator>", "3")]
    [TestCase("<mathOperator name=\"atan2\">#0 #1</mathOperator>", "0")]
    [TestCase("<statsOperator name=\"mean\"><multiple>#1 #2 #6</multiple></statsOperator>", "3")]
    [TestCase("<statsOperator name=\"sampleVariance\"><multiple>#1 #2 #6</multiple></statsOperator>", "7")]
    [TestCase("<statsOperator name=\"sampleVariance\"><multiple>#1</multiple></statsOperator>", "null")]
    [TestCase("<round><mathConstant name=\"pi\"/></round>", "3")]
    [TestCase("<containerSize><multiple>#1 #1</multiple></containerSize>", "2")]
    [TestCase("<containerSize><null/></containerSize>", "0")]
    [TestCase("<index n=\"2\"><ordered>#5 #6</ordered></index>", "6")]
    [TestCase("<index n=\"3\"><ordered>#5 #6</ordered></index>", "null")]
    [TestCase("<default identifier=\"NUMBER\"/>", "7")]
    [TestCase("$NUMBER", "7")]
    [TestCase("<variable identifier=\"numAttempts\"/>", "1")]
    [TestCase("<variable identifier=\"duration\"/>", "null")]
    [TestCase("<variable identifier=\"NOWHERE\"/>", "null")]
    public void Numbers(string expression, string expected) => Items.Value(expression, "single", "float").Should().Be(expected);

    [TestCase("<not>?true</not>", "false")]
    [TestCase("<not><null/></not>", "null")]
    [TestCase("<and>?true ?true</and>", "true")]
    [TestCase("<and>?true <null/></and>", "null")]
    [TestCase("<and>?false <null/></and>", "false")]
    [TestCase("<or>?false <null/></or>", "null")]
    [TestCase("<or>?true <null/></or>", "true")]
    [TestCase("<anyN min=\"1\" max=\"2\">?true ?false ?false</anyN>", "true")]
    [TestCase("<anyN min=\"1\" max=\"2\">?true ?true ?true</anyN>", "false")]
    [TestCase("<anyN min=\"1\" max=\"1\">?true <null/></anyN>", "null")]
    [TestCase("<anyN min=\"2\" max=\"2\">?false <null/></anyN>", "false")]
    [TestCase("<isNull>''</isNull>", "true")]
    [TestCase("<isNull>$LETTERS</isNull>", "true")]
    [TestCase("<match>#2 #2.0</match>", "true")]
    [TestCase("<match>#2 <null/></match>", "null")]
    [TestCase("<match><multiple>@A @B @A</multiple> <multiple>@A @A @B</multiple></match>", "true")]
    [TestCase("<match><multiple>@A @B</multiple> <multiple>@A @A @B</multiple></match>", "false")]
    [TestCase("<match><ordered>@A @B</ordered> <ordered>@B @A</ordered></match>", "false")]
    [TestCase("<match><ordered>@A</ordered> @A</match>", "true")]
    [TestCase("<match><ordered>@A @A</ordered> @A</match>", "false")]
    [TestCase("<match><ordered>@A</ordered> <multiple>@A</multiple></match>", "false")]
    [TestCase("<match>$PARTS <multiple>@A</multiple></match>", "null")]
    [TestCase("<member>@A <multiple>@B @A</multiple></member>", "true")]
    [TestCase("<contains><multiple>@A @B @C</multiple> <multiple>@C @A</multiple></contains>", "true")]
    [TestCase("<contains><multiple>@A @B @C</multiple> <multiple>@C @C</multiple></contains>", "false")]
    [TestCase("<contains><ordered>@A @B @C</ordered> <ordered>@B @C</ordered></contains>", "true")]
    [TestCase("<contains><ordered>@A @B @C</ordered> <ordered>@A @C</ordered></contains>", "false")]
    [TestCase("<lt>#1 #1</lt>", "false")]
    [TestCase("<lte>#1 #1</lte>", "true")]
    [TestCase("<gt>#1 <null/></gt>", "null")]
    [TestCase("<gte>#1 #2</gte>", "false")]
    [TestCase("<equal toleranceMode=\"exact\">#1 #1.0001</equal>", "false")]
    [TestCase("<equal toleranceMode=\"absolute\" tolerance=\"2\">#10 #12</equal>", "true")]
    [TestCase("<equal toleranceMode=\"absolute\" tolerance=\"2\" includeUpperBound=\"false\">#10 #12</equal>", "false")]
    [TestCase("<equal toleranceMode=\"absolute\" tolerance=\"1 2\">#10 #8.5</equal>", "false")]
    [TestCase("<equal toleranceMode=\"absolute\" tolerance=\"NUMBER\">#10 #3</equal>", "true")]
    [TestCase("<equal toleranceMode=\"relative\" tolerance=\"10\">#-100 #-110</equal>", "true")]
    [TestCase("<equal toleranceMode=\"relative\" tolerance=\"10\">#100 #110.1</equal>", "false")]
    [TestCase("<equalRounded roundingMode=\"significantFigures\" figures=\"3\">#1.56 #1.564</equalRounded>", "true")]
    [TestCase("<equalRounded roundingMode=\"decimalPlaces\" figures=\"1\">#1.56 #1.54</equalRounded>", "false")]
    [TestCase("<stringMatch caseSensitive=\"false\">'Crisis' 'cRISIS'</stringMatch>", "true")]
    [TestCase("<stringMatch caseSensitive=\"true\">'Crisis' 'crisis'</stringMatch>", "false")]
    [TestCase("<stringMatch caseSensitive=\"true\" substring=\"true\">'Shell' 'hell'</stringMatch>", "true")]
    [TestCase("<substring caseSensitive=\"true\">'hell' 'Shell'</substring>", "true")]
    [TestCase("<substring caseSensitive=\"true\">'Shell' 'hell'</substring>", "false")]
    [TestCase("<patternMatch pattern=\"[0-9]+\">'12'</patternMatch>", "true")]
    [TestCase("<patternMatch pattern=\"[0-9]+\">'12a'</patternMatch>", "false")]
    [TestCase("<patternMatch pattern=\"^\\d{2}$\">'12'</patternMatch>", "true")]
    [TestCase("<patternMatch pattern=\"\\$?5|a^b\">'a^b'</patternMatch>", "true")]
    [TestCase("<patternMatch pattern=\"\\w+\">'a_b'</patternMatch>", "false")]
    [TestCase("<patternMatch pattern=\"[a-z-[aeiou]]+\">'bcd'</patternMatch>", "true")]
    [TestCase("<patternMatch pattern=\"[a-z-[aeiou]]+\">'bad'</patternMatch>", "false")]
    [TestCase("<patternMatch pattern=\"a\">$TEXT</patternMatch>", "null")]
    public void Truths(string expression, string expected) => Items.Value(expression, "single", "boolean").Should().Be(expected);

    [TestCase("<multiple>@A <null/> @B</multiple>", "multiple", "[\"A\",\"B\"]")]
    [TestCase("<multiple><null/></multiple>", "multiple", "null")]
    [TestCase("<multiple/>", "multiple", "null")]
    [TestCase("<ordered><multiple>@A @A</multiple> @B</ordered>", "ordered", "[\"A\",\"A\",\"B\"]")]
    [TestCase("<delete>@A <ordered>@A @B @A</ordered></delete>", "ordered", "[\"B\"]")]
    [TestCase("<delete>@A <ordered>@A</ordered></delete>", "ordered", "[]")]
    [TestCase("<repeat numberRepeats=\"2\">@A @B</repeat>", "ordered", "[\"A\",\"B\",\"A\",\"B\"]")]
    [TestCase("<repeat numberRepeats=\"0\">@A</repeat>", "ordered", "null")]
    [TestCase("@A", "multiple", "[\"A\"]")]
    public void Containers(string expression, string cardinality, string expected) =>
        Items.Value(expression, cardinality, "identifier").Should().Be(expected);

    [TestCase("<inside shape=\"rect\" coords=\"0,0,10,20\">$SPOTS</inside>", "[\"11 5\",\"10 20\"]", "true")]
    [TestCase("<inside shape=\"rect\" coords=\"0,0,10,20\">$SPOTS</inside>", "[\"11 5\"]", "false")]
    [TestCase("<inside shape=\"circle\" coords=\"0,0,5\">$SPOTS</inside>", "[[3,4]]", "true")]
    [TestCase("<inside shape=\"circle\" coords=\"0,0,5\">$SPOTS</inside>", "[\"3 4.1\"]", "false")]
    [TestCase("<inside shape=\"ellipse\" coords=\"0,0,10,5\">$SPOTS</inside>", "[\"0 5\"]", "true")]
    [TestCase("<inside shape=\"ellipse\" coords=\"0,0,10,5\">$SPOTS</inside>", "[\"9 4\"]", "false")]
    [TestCase("<inside shape=\"poly\" coords=\"0,0,10,0,0,10\">$SPOTS</inside>", "[\"5 5\"]", "true")]
    [TestCase("<inside shape=\"poly\" coords=\"0,0,10,0,0,10\">$SPOTS</inside>", "[\"6 6\"]", "false")]
    [TestCase("<inside shape=\"default\">$SPOTS</inside>", "[\"600 -6\"]", "true")]
    [TestCase("<inside shape=\"default\">$SPOTS</inside>", "null", "null")]
    public void Points_in_areas(string expression, string spots, string expected) =>
        Items.Value(expression, "single", "boolean", $$"""{"SPOTS":{{spots}}}""").Should().Be(expected);

    [Test]
    public void Pairs_have_no_direction() =>
        Items.Value("<member><baseValue baseType=\"pair\">A B</baseValue>$LINKS</member>", "single", "boolean", """{"LINKS":["C D","B A"]}""").Should().Be("true");

    [Test]
    public void Fields_of_a_record_are_read_by_name()
    {
        const string parts = """{"PARTS":{"leftDigits":12,"unit":"km"}}""";
        Items.Value("<fieldValue fieldIdentifier=\"leftDigits\">$PARTS</fieldValue>", "single", "float", parts).Should().Be("12");
        Items.Value("<fieldValue fieldIdentifier=\"unit\">$PARTS</fieldValue>", "single", "string", parts).Should().Be("\"km\"");
        Items.Value("<fieldValue fieldIdentifier=\"exponent\">$PARTS</fieldValue>", "single", "float", parts).Should().Be("null");
    }

    [TestCase("<randomInteger min=\"1\" max=\"6\"/>", "randomInteger")]
    [TestCase("<customOperator>#1</customOperator>", "customOperator")]
    [TestCase("<sum>@A</sum>", "sum")]
    [TestCase("<not>#1</not>", "not")]
    [TestCase("<divide>#1</divide>", "divide")]
    [TestCase("<index n=\"0\">$STEPS</index>", "index")]
    [TestCase("<mapResponse identifier=\"TEXT\"/>", "mapResponse")]
    [TestCase("<mathOperator name=\"gamma\">#1</mathOperator>", "mathOperator")]
    [TestCase("<repeat numberRepeats=\"1e9\">@A</repeat>", "repeat")]
    [TestCase("<patternMatch pattern=\"(\">'a'</patternMatch>", "patternMatch")]
    [TestCase("<inside shape=\"circle\" coords=\"1,2,50%\">$SPOTS</inside>", "inside")]
    [TestCase("'text'", "setOutcomeValue")]
    public void What_is_not_defined_is_refused_by_name(string expression, string element)
    {
        var refusal = Items.RunExpression(expression, "single", "float", """{"SPOTS":["1 1"]}""").Refusal!;
        refusal.Code.Should().Be(Refusals.UnsupportedProcessing);
        refusal.Places.Should().Contain(place => place.Where.EndsWith(", " + element, StringComparison.Ordinal));
    }

    private const string Attributes = """
        n="2" min="0" max="1" figures="2" numberRepeats="2" toleranceMode="relative" tolerance="1" pattern="a*" shape="circle" coords="0,0,5" name="abs" fieldIdentifier="unit"
        """;

    private static readonly string[] Names =
    [
        "sum", "product", "subtract", "divide", "power", "integerDivide", "integerModulus", "truncate", "round", "roundTo", "max", "min", "gcd", "lcm",
        "mathOperator", "statsOperator", "integerToFloat", "and", "or", "not", "anyN", "isNull", "match", "member", "contains", "inside", "equal", "equalRounded",
        "lt", "gte", "stringMatch", "substring", "patternMatch", "multiple", "ordered", "containerSize", "index", "delete", "repeat", "fieldValue", "random",
    ];

    private static readonly string[] Leaves =
        ["#0", "#-2.5", "#1e300", "?true", "'aa'", "@A", "$TEXT", "$LETTERS", "$STEPS", "$SPOTS", "$LINKS", "$PARTS", "$NUMBER", "<null/>", "<correct identifier=\"STEPS\"/>"];

    private static Gen<string> Tree(int depth) => depth == 0
        ? Gen.Int[0, Leaves.Length - 1].Select(i => Leaves[i])
        : Gen.Select(Gen.Int[0, Names.Length - 1], Tree(depth - 1).Array[1, 2], (i, parts) => $"<{Names[i]} {Attributes}>{string.Concat(parts)}</{Names[i]}>");

    [Test]
    public void Any_expression_gives_a_finite_number_NULL_or_a_refusal() => Gen.Int[1, 3].SelectMany(Tree).Sample(
        expression =>
        {
            var result = Items.RunExpression(expression, "single", "float", """{"TEXT":"aa","LETTERS":["A","B"],"STEPS":["B"],"SPOTS":["1 1"],"LINKS":["A B"],"PARTS":{"unit":2}}""");
            return result.IsRefused
                ? result.Refusal!.Code == Refusals.UnsupportedProcessing
                : result.Value.Outcomes["OUT"] is null || (result.Value.Outcomes["OUT"] is double number && double.IsFinite(number));
        },
        iter: 5_000);

    /// <summary>A pattern that takes 2ⁿ steps by trying; linear time is no promise of a stopwatch, so only the end is asked.</summary>
    [Test, CancelAfter(10_000)]
    public void Hostile_pattern_ends() =>
        Items.Value("<patternMatch pattern=\"(a+)+b\">$TEXT</patternMatch>", "single", "boolean", $$"""{"TEXT":"{{new string('a', 5_000)}}"}""").Should().Be("false");
}
