using System.Diagnostics;
using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Domain.People;
using Assessment.Evaluation.Gains;
using Assessment.Evaluation.Scores;

namespace Assessment.Evaluation.Tests.Gains;

[Explicit, Category("Long")]
public sealed class GainAnalysisSpeedTests
{
    private const int People = 200_000, ClassSize = 20;

    // Two forms of 30 items, four topics, twelve objectives; the rows are made beforehand, as a database would hand them over.
    [Test]
    public void Study_of_200_000_people_and_three_waves_takes_under_a_second_and_500_MB()
    {
        var forms = new[] { Form("A"), Form("B") };
        var sheets = Sheets(new Random(7));
        var ends = Enumerable.Range(0, People / ClassSize).ToDictionary(delivery => delivery, _ => StudyExample.LastDay);
        var options = StudyExample.Options() with { TrainingEnds = ends };
        for (var round = 0; round < 3; round++)
        {
            GC.Collect();
            long before = GC.GetTotalAllocatedBytes(true), start = Stopwatch.GetTimestamp();
            using var builder = Fill(forms, sheets);
            var study = builder.Build();
            var read = Stopwatch.GetElapsedTime(start);
            var findings = GainAnalysis.Run(study, options);
            var total = Stopwatch.GetElapsedTime(start);
            var allocated = (GC.GetTotalAllocatedBytes(true) - before) / 1e6;
            TestContext.Out.WriteLine($"read {read.TotalMilliseconds:F0} ms, all {total.TotalMilliseconds:F0} ms, allocated {allocated:F0} MB, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB, {findings.Instruments[0].Gains.Count} gains");
            if (round == 2) total.Should().BeLessThan(TimeSpan.FromSeconds(1));
        }
    }

    private static StudyScoresBuilder Fill(FormLayout[] forms, byte[][] sheets)
    {
        var builder = new StudyScoresBuilder(forms);
        for (var person = 0; person < People; person++) builder.Enroll(person / 2000, person / ClassSize, person, ParticipantKind.Officer);
        for (var person = 0; person < People; person++)
        {
            for (var wave = 0; wave < 3; wave++) builder.Add(person / 2000, person / ClassSize, person, wave, (person + wave) % 2, sheets[(person * 7 + wave * 331) % 1000 + wave * 1000]);
        }

        return builder;
    }

    private static byte[][] Sheets(Random random) =>
    [
        .. Enumerable.Range(0, 3000).Select(i => StudyExample.Sheet([.. Enumerable.Range(0, 30).Select(_ => (double?)(random.NextDouble() < (i < 1000 ? 0.5 : 0.75) ? 1 : 0))])),
    ];

    private static FormLayout Form(string edition) => StudyExample.Test(edition, passMark: 21) with
    {
        Items = [.. Enumerable.Range(0, 30).Select(i => new FormItem(Domain.Curricula.Topic.All[i % 4].Code, $"O{i % 12:00}", i % 3 == 0 ? Ability.Skill : Ability.Knowledge, Points.TicksPerPoint))],
    };
}
