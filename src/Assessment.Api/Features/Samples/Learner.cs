using Assessment.Domain.Delivery;

namespace Assessment.Api.Features.Samples;

/// <summary>A made-up participant with what no file shows: ability, learning, attendance.</summary>
internal sealed record Learner
{
    /// <summary>The waves of the study in order; the index is the wave's ordinal.</summary>
    public static readonly IReadOnlyList<Wave> Waves = [Wave.Pre, Wave.Post, Wave.FollowUp6];

    /// <summary>The roster entry.</summary>
    public required RosterEntry Entry { get; init; }

    /// <summary>Ability at the pre-test in logits.</summary>
    public required double Ability { get; init; }

    /// <summary>Multiplies the planted gain of each topic; 1 is average.</summary>
    public required double GainFactor { get; init; }

    /// <summary>A good or bad day at pre, post and follow-up, in logits; 0 at pre, where it is part of the ability.</summary>
    public required IReadOnlyList<double> Occasion { get; init; }

    /// <summary>Felt confidence at the pre-test beyond what ability explains, in steps.</summary>
    public required double Confidence { get; init; }

    /// <summary>Shift of felt confidence from pre-test to post-test, in steps.</summary>
    public required double ConfidenceGain { get; init; }

    /// <summary>Inclination to use on the job what was learned, in logits.</summary>
    public required double Use { get; init; }

    /// <summary>Present at pre, post and follow-up.</summary>
    public required IReadOnlyList<bool> Attends { get; init; }

    /// <summary>Ability in a topic at a wave.</summary>
    public double AbilityAt(int wave, string topic, StudyTruth truth)
    {
        var gain = truth.GainLogits[topic] * GainFactor;
        var kept = wave switch { 0 => 0, 1 => gain, _ => gain * (1 - truth.FollowUpLossShare) };
        return Ability + kept + Occasion[wave];
    }
}

/// <summary>Draws the hidden side of each roster entry: agency, class and person effects add up.</summary>
internal sealed class LearnerGenerator(Pcg32 random, StudyTruth truth)
{
    /// <summary>One learner per entry, in roster order.</summary>
    public IReadOnlyList<Learner> Draw(IReadOnlyList<RosterEntry> roster)
    {
        var agencies = new Dictionary<string, double>();
        var classes = new Dictionary<string, (double Ability, double Gain)>();
        var learners = new List<Learner>();
        foreach (var entry in roster)
        {
            if (!agencies.ContainsKey(entry.Ori))
                agencies.Add(entry.Ori, random.Normal(0, truth.AgencySd));
            if (!classes.ContainsKey(entry.Delivery))
                classes.Add(entry.Delivery, (random.Normal(0, truth.ClassSd), random.Normal(0, truth.GainFactorClassSd)));
            learners.Add(Draw(entry, agencies[entry.Ori] + classes[entry.Delivery].Ability, 1 + classes[entry.Delivery].Gain));
        }

        return learners;
    }

    private Learner Draw(RosterEntry entry, double groupAbility, double groupGain)
    {
        var ability = truth.MeanAbility + groupAbility + random.Normal(0, truth.PersonSd)
            + (entry.PriorCit ? truth.PriorTrainingLogits : 0)
            + (entry.IsOfficer ? 0 : truth.ProfessionalLogits);
        return new Learner
        {
            Entry = entry,
            Ability = ability,
            GainFactor = groupGain + random.Normal(0, truth.GainFactorPersonSd),
            Occasion = [0, random.Normal(0, truth.OccasionSd), random.Normal(0, truth.OccasionSd)],
            Confidence = random.Normal(0, 0.7),
            ConfidenceGain = random.Normal(truth.ConfidenceGainSteps, truth.ConfidenceGainPersonSd),
            Use = random.Normal(0, 0.5),
            Attends =
            [
                !random.Chance(truth.MissPreRate),
                !random.Chance(truth.MissPostRate),
                !random.Chance(ItemModel.Logistic(truth.MissFollowUpIntercept + (truth.MissFollowUpSlope * ability))),
            ],
        };
    }
}
