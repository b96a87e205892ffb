using System.Text.Encodings.Web;
using System.Text.Json;

namespace Assessment.Api.Features.Samples;

/// <summary>Writes down what was planted, and what it comes to in points for the people drawn.</summary>
internal static class TruthFile
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text of <c>expected/truth.json</c>.</summary>
    public static string Compose(
        ulong seed, StudyTruth truth, ItemModel model, IReadOnlyList<Learner> learners, IReadOnlyList<SampleForm> test)
    {
        var points = Learner.Waves.Select((_, wave) => test.Select(form => MeanPoints(form, wave)).ToArray()).ToArray();
        return JsonSerializer.Serialize(
            new
            {
                Seed = seed,
                Planted = truth,
                Realized = new
                {
                    Note = "Expected points, averaged over all participants drawn, present or not, as if no item were left blank.",
                    Participants = learners.Count,
                    PointsPre = Both(points[0]),
                    PointsPost = Both(points[1]),
                    PointsFollowUp = Both(points[2]),
                    GainPoints = Round(points[1].Average() - points[0].Average()),
                    GainPercent = Round((points[1].Average() - points[0].Average()) / test[0].Items.Count * 100),
                    FormBLowerPointsAtPre = Round(points[0][0] - points[0][1]),
                    FollowUpLossPoints = Round(points[1].Average() - points[2].Average()),
                },
                Items = model.Parameters,
            },
            Format) + "\n";

        double MeanPoints(SampleForm form, int wave) => learners.Average(learner =>
            form.Items.Sum(item => model.ExpectedPoints(item, learner.AbilityAt(wave, item.Topic!, truth))));
    }

    private static object Both(double[] points) => new { FormA = Round(points[0]), FormB = Round(points[1]) };

    // Six decimals: the last bits of the exponential function may differ between machines.
    private static double Round(double value) => Math.Round(value, 6);
}
