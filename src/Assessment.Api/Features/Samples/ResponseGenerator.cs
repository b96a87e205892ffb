using System.Globalization;
using Assessment.Domain.Delivery;

namespace Assessment.Api.Features.Samples;

/// <summary>Draws every saved answer of the study: <c>responses.csv</c>.</summary>
internal sealed class ResponseGenerator(Pcg32 random, StudyTruth truth, ItemModel model)
{
    /// <summary>The file's heading.</summary>
    public const string Heading = "participant,instrument,wave,form,item,revision,response,device,delay,repeats";

    private static readonly Weighted<int>[] Repeats = [new(0, 94), new(1, 4.5), new(2, 1.5)];

    /// <summary>The lines, by participant, wave, instrument, item and revision.</summary>
    /// <param name="learners">In roster order.</param>
    /// <param name="test">Forms A and B of the knowledge test.</param>
    /// <param name="scale">The confidence scale.</param>
    /// <param name="checklist">The follow-up checklist, here filled in by the participant.</param>
    public IReadOnlyList<string> Draw(IReadOnlyList<Learner> learners, IReadOnlyList<SampleForm> test, SampleForm scale, SampleForm checklist)
    {
        var lines = new List<string>();
        foreach (var learner in learners)
        {
            for (var wave = 0; wave < Learner.Waves.Count; wave++)
            {
                if (!learner.Attends[wave])
                    continue;
                Answer(lines, learner, wave, test[FormAssignment.Alternating(learner.Entry.Position, wave, test.Count)]);
                if (!random.Chance(truth.SkipConfidenceRate))
                    Answer(lines, learner, wave, scale);
                if (wave == 2)
                    Answer(lines, learner, wave, checklist);
            }
        }

        return lines;
    }

    private void Answer(List<string> lines, Learner learner, int wave, SampleForm form)
    {
        var device = wave == 2 ? "own" : $"tablet-{(learner.Entry.Position % 12) + 1:00}";
        var changesDeviceAt = random.Chance(0.03) ? random.Below(form.Items.Count) : form.Items.Count;
        for (var i = 0; i < form.Items.Count; i++)
        {
            var item = form.Items[i];
            if (random.Chance(item.Keys.Count > 0 ? truth.TestBlankRate : truth.ScaleBlankRate))
                continue;
            var final = DrawAnswer(learner, wave, item);
            var place = new ResponsePlace(learner.Entry.Participant, Learner.Waves[wave].Code, form, i < changesDeviceAt ? device : "spare-01");
            var revision = 1;
            if (random.Chance(truth.ChangedAnswerRate))
                lines.Add(Line(place, item, revision++, Another(item, final)));
            lines.Add(Line(place, item, revision, final));
        }
    }

    private string DrawAnswer(Learner learner, int wave, SampleItem item) => item.Type switch
    {
        "likert" => DrawStep(learner, wave, item),
        "indicator" => IndicatorModel.Answer(random, item, IndicatorModel.SelfShift + learner.Use + (learner.AbilityAt(wave, item.Topic!, truth) / 2), 1),
        _ => model.Answer(random, item, learner.AbilityAt(wave, item.Topic!, truth)),
    };

    private string DrawStep(Learner learner, int wave, SampleItem item)
    {
        var shift = wave switch { 0 => 0, 1 => learner.ConfidenceGain, _ => learner.ConfidenceGain * (1 - truth.FollowUpLossShare) };
        var felt = 0.35 + shift + (0.3 * learner.Ability) + learner.Confidence + random.Normal(0, 1);
        var step = Math.Clamp((int)Math.Round(3 + felt, MidpointRounding.AwayFromZero), 1, item.Options.Count);
        return (item.Reversed ? item.Options.Count + 1 - step : step).ToString(CultureInfo.InvariantCulture);
    }

    // An earlier answer that differs from the final one by one choice.
    private string Another(SampleItem item, string final)
    {
        if (item.Keys.Count < 2)
        {
            var others = item.Options.Where(option => option != final).ToList();
            return others[random.Below(others.Count)];
        }

        var chosen = final.Split('|').ToHashSet();
        var changed = item.Options[random.Below(item.Options.Count)];
        if (!chosen.Remove(changed))
            chosen.Add(changed);
        return chosen.Count == 0 ? item.Options.First(option => option != final) : string.Join('|', item.Options.Where(chosen.Contains));
    }

    private string Line(ResponsePlace place, SampleItem item, int revision, string response) => PlainCsv.Line(
        place.Participant, place.Form.Instrument, place.Wave, place.Form.Identifier, item.Identifier, revision, response, place.Device,
        random.Chance(0.05) ? 1 + random.Below(5) : 0, random.Pick(Repeats));

    private sealed record ResponsePlace(string Participant, string Wave, SampleForm Form, string Device);
}
