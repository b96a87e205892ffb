using Assessment.Api.Features.Samples;

namespace Assessment.Api.Tests.Features.Samples;

public sealed class SampleCommandTests
{
    private string folder = "";

    [SetUp]
    public void ChooseFolder() => folder = Path.Combine(Path.GetTempPath(), "assessment-sample-" + Guid.NewGuid().ToString("N"));

    [TearDown]
    public void RemoveFolder()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        File.Delete(folder);
    }

    [Test]
    public void Default_seed_writes_the_shipped_study_byte_for_byte()
    {
        Invoke("--out", folder).Should().Be(0);

        var written = Files(folder);
        written.Should().BeEquivalentTo(Files(SampleStudy.Shipped.Folder).Where(path => path != Path.Combine("expected", "results.json")));
        written.Where(path => !File.ReadAllBytes(Path.Combine(folder, path)).SequenceEqual(File.ReadAllBytes(Path.Combine(SampleStudy.Shipped.Folder, path))))
            .Should().BeEmpty("these files must not differ");
    }

    [Test]
    public void Another_seed_draws_other_people_for_the_same_classes()
    {
        Invoke("--out", folder, "--seed", "1").Should().Be(0);

        var drawn = Read(folder, "participants.csv");
        var shipped = Read(SampleStudy.Shipped.Folder, "participants.csv");
        drawn.Select(person => person["kind"]).Should().NotEqual(shipped.Select(person => person["kind"]));
        drawn.Select(person => person["delivery"]).Should().Equal(shipped.Select(person => person["delivery"]));
    }

    [Test]
    public void File_in_place_of_a_folder_is_wrong_usage_and_left_alone()
    {
        File.WriteAllText(folder, "kept");

        Invoke("--out", folder).Should().Be(2);

        File.ReadAllText(folder).Should().Be("kept");
    }

    [TestCase("-1")]
    [TestCase("many")]
    public void Seed_that_is_no_whole_number_writes_nothing(string seed)
    {
        Invoke("--out", folder, "--seed", seed).Should().NotBe(0);

        Directory.Exists(folder).Should().BeFalse();
    }

    private static int Invoke(params string[] arguments)
    {
        using var silent = new StringWriter();
        return SampleCommand.Build().Parse(arguments).Invoke(new() { Output = silent, Error = silent });
    }

    private static List<string> Files(string root) =>
        [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(root, path))];

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string root, string name) => PlainCsv.Read(Path.Combine(root, name));
}
