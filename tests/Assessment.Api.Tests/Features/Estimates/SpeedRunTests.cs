using System.Text.Json.Nodes;
using Assessment.Api.Features.Estimates.Speed;

namespace Assessment.Api.Tests.Features.Estimates;

[NonParallelizable]
public sealed class SpeedRunTests
{
    private string folder = null!;

    [SetUp]
    public void Create() => folder = Directory.CreateTempSubdirectory("speed").FullName;

    [TearDown]
    public void Delete() => Directory.Delete(folder, recursive: true);

    // Gains 2, 1, 3: mean 2, SD 1, so d_z = 2. One person has no follow-up; the others kept 2 of 3 points.
    [Test]
    public void A_file_is_timed_and_its_main_results_told()
    {
        Write("gain-analysis.csv", "person,cluster,pre,post,followup", "1,a,4,6,5", "2,a,6,7,7", "3,b,2,5,");
        var (code, output, errors) = Run();
        code.Should().Be(0);
        errors.Should().Contain("rasch.csv is not there").And.NotContain("gain-analysis.csv");
        var task = JsonNode.Parse(output)!["tasks"]!.AsArray().Should().ContainSingle().Subject!;
        (task["task"]!.ToString(), (int)task["rows"]!, (int)task["columns"]!).Should().Be(("gain-analysis", 3, 5));
        ((double)task["secondsMin"]!).Should().BePositive().And.BeLessThanOrEqualTo((double)task["secondsMedian"]!);
        ((double)task["results"]!["mean_gain"]!).Should().Be(2);
        ((double)task["results"]!["d_z"]!).Should().BeApproximately(2, 1e-14);
        ((int)task["results"]!["n_three_waves"]!).Should().Be(2);
        ((double)task["results"]!["retained"]!).Should().BeApproximately(2.0 / 3, 1e-14);
    }

    // Scores that are no whole points go through the columns instead of a table; halves of the same scores give the same effect.
    [Test]
    public void Table_and_columns_tell_the_same()
    {
        Write("gain-analysis.csv", "person,cluster,pre,post,followup", "1,a,4,6,5", "2,a,6,7,7", "3,b,2,5,4", "4,b,9,8,8");
        var whole = Results(Run("""{"max":10,"cut":6}"""));
        Write("gain-analysis.csv", "person,cluster,pre,post,followup", "1,a,2,3,2.5", "2,a,3,3.5,3.5", "3,b,1,2.5,2", "4,b,4.5,4,4");
        var halves = Results(Run("""{"max":5,"cut":3}"""));
        foreach (var key in (string[])["d_z", "g_av", "wilcoxon_v", "hake_class_gain", "hake_individual_gain", "pass_rate_change", "retained", "icc"])
        {
            ((double)halves[key]!).Should().BeApproximately((double)whole[key]!, 1e-12, key);
        }
    }

    [TestCase("rasch.csv", "i01,i02|1,0|0,2", "Column 'i02', row 2: 0 or 1 was expected.")]
    [TestCase("rasch.csv", "i01,i02|1,0|x,1", "Column 'i01', row 2: a number was expected.")]
    [TestCase("item-analysis.csv", "i01,i02|1,|0,1", "Column 'i02', row 1: a value is missing.")]
    [TestCase("dif.csv", "i01,group|1,focal|0,other", "Column 'group', row 2: 'focal' or 'reference' was expected.")]
    [TestCase("bootstrap.csv", "pre|1", "There is no column 'post'; the columns are pre.")]
    [TestCase("bootstrap.csv", "pre,post|1,2", "A bootstrap needs at least two rows.")]
    [TestCase("mixed-model.csv", "score,wave|1,2", "There are no rows or no grouping columns.")]
    [TestCase("negative-binomial.csv", "count,agency,month,trained,exposure|1.5,a,1,0,9", "Column 'count': counts from 0 to 1000000 were expected.")]
    [TestCase("negative-binomial.csv", "count,agency,month,trained,exposure|1,a,1,0,0", "Column 'exposure': numbers above 0 were expected.")]
    public void What_is_wrong_with_a_file_is_told_with_its_place(string file, string lines, string fault)
    {
        Write(file, lines.Split('|'));
        var (code, _, errors) = Run();
        code.Should().Be(2);
        errors.Should().Contain($"{file}: {fault}");
    }

    [TestCase("{\"max\":\"x\"}")]
    [TestCase("{\"other\":1}")]
    [TestCase("{\"replicates\":0}")]
    [TestCase("[]")]
    public void Other_arguments_are_wrong_usage(string arguments) => Run(arguments).Code.Should().Be(2);

    [Test]
    public void A_folder_without_any_of_the_files_is_wrong_usage() => Run().Code.Should().Be(2);

    private static JsonNode Results((int, string Output, string) run) => JsonNode.Parse(run.Output)!["tasks"]![0]!["results"]!;

    private void Write(string file, params string[] lines) => File.WriteAllLines(Path.Combine(folder, file), lines);

    private (int Code, string Output, string Errors) Run(string arguments = "{}")
    {
        var (output, errors, before) = (new StringWriter(), new StringWriter(), (Console.Out, Console.Error));
        Console.SetOut(output);
        Console.SetError(errors);
        try
        {
            return (SpeedRun.Run(new(folder), 2, arguments, json: true), output.ToString(), errors.ToString());
        }
        finally
        {
            Console.SetOut(before.Out);
            Console.SetError(before.Error);
        }
    }
}
