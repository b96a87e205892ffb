using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;
using Assessment.Interchange.Forms;
using BenchmarkDotNet.Attributes;

namespace Assessment.Benchmarks.Pure;

/// <summary>Scoring of answers to form A of the sample study's knowledge test.</summary>
[MemoryDiagnoser]
public class ScoringBenchmarks
{
    private Form form = null!;
    private Dictionary<string, string> answers = null!;
    private MultipleChoice multiple = null!;
    private string chosen = null!;

    [GlobalSetup]
    public void Read()
    {
        form = FormJson.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "academy-study", "forms", "dekt-a.json"))).Value;
        answers = form.Items.ToDictionary(item => item.Identifier, First);
        multiple = form.Items.OfType<MultipleChoice>().First();
        chosen = string.Join('|', multiple.Options.Take(2).Select(option => option.Identifier));
    }

    [Benchmark(Description = "One multiple-choice item")]
    public Assessment.Domain.Points? Item() => ItemScoring.Score(multiple, chosen);

    [Benchmark(Description = "A form of 30 items with its sub-scores")]
    public FormScore Whole() => FormScore.Of(form, item => answers[item]);

    private static string First(Item item) => item switch
    {
        SingleChoice single => single.Options[0].Identifier,
        MultipleChoice several => several.Options[0].Identifier,
        _ => "true",
    };
}
