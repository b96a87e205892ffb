using System.Globalization;
using Assessment.Domain;
using Assessment.Domain.Instruments;
using Assessment.Domain.People;
using Assessment.Evaluation.Findings;
using Assessment.Evaluation.Gains;
using Assessment.Evaluation.Scores;

namespace Assessment.Evaluation.Tests.Reference;

/// <summary>The invented class of make.R, streamed in as the product does, and what R computed of it.</summary>
internal static class ReferenceStudy
{
    private static readonly string Folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "Reference");

    public static IReadOnlyDictionary<string, double> Expected { get; } = File.ReadLines(Path.Combine(Folder, "expected.csv"))
        .Skip(2).Select(line => line.Split(',')).ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture));

    public static StudyFindings Findings { get; } = GainAnalysis.Run(Scores(), StudyExample.Options(1, 2, 3, 4));

    private static StudyScores Scores()
    {
        using var builder = StudyExample.With(Form("A"), Form("B"));
        var rows = File.ReadLines(Path.Combine(Folder, "responses.csv")).Skip(1).Select(line => line.Split(',')).ToArray();
        foreach (var person in rows.Select(row => (Delivery: Int(row[1]), Person: Int(row[0]))).Distinct()) builder.Enroll(1, person.Delivery, person.Person, ParticipantKind.Officer);
        foreach (var row in rows)
        {
            double?[] points = [.. row[4..].Select(cell => cell.Length == 0 ? (double?)null : double.Parse(cell, CultureInfo.InvariantCulture))];
            builder.Attempt(Int(row[0]), Int(row[2]), row[3] == "\"A\"" ? 0 : 1, points, Int(row[1]));
        }

        return builder.Build();
    }

    private static int Int(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    private static FormLayout Form(string edition) => StudyExample.Test(edition, passMark: 6) with
    {
        Items =
        [
            .. Enumerable.Range(1, 8).Select(i => new FormItem(
                i <= 4 ? "DE_ALT" : "REFERRAL", null, i % 4 == 0 ? Ability.Skill : Ability.Knowledge, (i == 8 ? 2 : 1) * Points.TicksPerPoint)),
        ],
    };
}
