using Assessment.Domain;
using Assessment.Release.Hierarchies;

namespace Assessment.Release.Tests.Hierarchies;

public class HierarchyTests
{
    private const string Ranks = "Officer,Line,*\nDetective,Line,*\nSergeant,Supervisor,*\n";

    private static Result<Hierarchy> Read(string csv) => Hierarchy.Read("rank", new StringReader(csv));

    [TestCase("rank-dup.csv", "PRV-HIER-DUP", 4)]
    [TestCase("rank-nesting.csv", "PRV-HIER-NESTING", 2)]
    [TestCase("rank-root.csv", "PRV-HIER-ROOT", 1)]
    [TestCase("rank-shape.csv", "PRV-HIER-SHAPE", 2)]
    public void Defect_of_the_reference_is_refused_naming_the_line(string file, string code, int line)
    {
        var refusal = Read(Reference.Text("hierarchies/" + file)).Refusal!;

        refusal.Code.Code.Should().Be(code);
        refusal.Places.Single().Where.Should().Be($"hierarchy of rank, line {line}");
    }

    [TestCase("", "PRV-HIER-EMPTY", 1)]
    [TestCase("*\n", "PRV-HIER-SHAPE", 1)]
    [TestCase("Officer,Line,*\n ,Line,*\n", "PRV-HIER-BLANK", 2)]
    [TestCase("Officer,Line,*\nDetective,,*\n", "PRV-HIER-BLANK", 2)]
    [TestCase("Officer,Line,*\n\"Detec\"tive,Line,*\n", "PRV-HIER-SHAPE", 2)]
    [TestCase("e\u0301cole,*\n\u00e9cole,*\n", "PRV-HIER-DUP", 2)]
    public void Other_defect_is_refused_naming_the_line(string csv, string code, int line)
    {
        var refusal = Read(csv).Refusal!;

        refusal.Code.Code.Should().Be(code);
        refusal.Places.Single().Where.Should().Be($"hierarchy of rank, line {line}");
    }

    [Test]
    public void Byte_order_mark_quotes_and_any_line_end_are_read()
    {
        var hierarchy = Read("\uFEFF\"Officer\", Line ,*\r\nSergeant,\"Supervisor, first\",*\r\n").Value;

        hierarchy.Generalize("Officer", 1).Should().Be("Line");
        hierarchy.Generalize("Sergeant", 1).Should().Be("Supervisor, first");
    }

    [TestCase("Officer", 0, "Officer")]
    [TestCase("Detective", 1, "Line")]
    [TestCase("Detective", 2, "*")]
    [TestCase(Hierarchy.Missing, 1, Hierarchy.Missing)]
    [TestCase(Hierarchy.Missing, 2, "*")]
    [TestCase(Hierarchy.DoesNotApply, 1, Hierarchy.DoesNotApply)]
    [TestCase(Hierarchy.DoesNotApply, 2, "*")]
    public void Value_is_shown_as_its_group_and_missing_stays_a_group_of_its_own(string value, int level, string shown) =>
        Read(Ranks).Value.Generalize(value, level).Should().Be(shown);

    [TestCase("Officer", 0, 0.0)]
    [TestCase("Officer", 1, 0.5)]
    [TestCase("Sergeant", 1, 0.0)]
    [TestCase("Sergeant", 2, 1.0)]
    [TestCase(Hierarchy.Missing, 1, 0.0)]
    public void Loss_is_leaves_under_the_node_less_one_over_leaves_less_one(string value, int level, double loss) =>
        Read(Ranks).Value.Loss(value, level).Should().Be(loss);

    [Test]
    public void Every_embedded_hierarchy_is_read_and_classified_as_quasi_identifier()
    {
        HierarchySet.Default.Columns.Should().BeEquivalentTo(
            "kind", "rank", "years_of_service", "sex", "race_ethnicity", "age_band", "assignment", "prior_cit");
        HierarchySet.Default.Columns.Should().OnlyContain(column =>
            Assessment.Release.Fields.FieldCatalog.Default.ClassOf(column) == Assessment.Release.Fields.FieldClass.QuasiIdentifier);
    }
}
