namespace Assessment.Api.Features.Samples;

/// <summary>
/// How a person of some ability answers an item of the knowledge test: the two-parameter logistic model (Birnbaum 1968),
/// P(knows) = 1 / (1 + exp(−a(θ − b))). One right answer is given when the person knows. Of several right options each is
/// chosen with that probability; a wrong one joins when the stem does not say how many to choose, and takes the place of a
/// right one when it does.
/// </summary>
internal sealed class ItemModel
{
    private const double StrayChoice = 0.6;

    // By position on the form: how hard the item is meant to be. The forms are parallel, so one list serves both.
    private static readonly double[] Difficulties =
    [
        -0.9, -0.7, -1.3, 0.1, -0.5, -0.1, 0.2, -0.8, 0.0, 0.6,
        -0.3, -0.9, -1.1, 0.1, 0.7, -0.2, -0.4, 1.0, 0.5, -1.2,
        0.4, -0.6, 0.9, -0.9, -1.4, 0.0, -0.6, 0.3, 1.2, -0.7,
    ];

    private readonly OrderedDictionary<string, ItemParameters> parameters = [];

    /// <summary>Scatters discriminations and difficulties a little; mean difficulty of B stays exactly the planted distance above A.</summary>
    public ItemModel(Pcg32 random, StudyTruth truth, SampleForm formA, SampleForm formB)
    {
        Plant(random, formA, 0);
        Plant(random, formB, truth.FormBHarderLogits);
    }

    /// <summary>The planted parameters by item identifier, in the order of the forms.</summary>
    public IReadOnlyDictionary<string, ItemParameters> Parameters => parameters;

    /// <summary>The logistic function.</summary>
    public static double Logistic(double logit) => 1 / (1 + Math.Exp(-logit));

    /// <summary>Probability of knowing the answer (of one option, where several are right).</summary>
    public double Knows(SampleItem item, double ability)
    {
        var (discrimination, difficulty) = parameters[item.Identifier];
        return Logistic(discrimination * (ability - difficulty));
    }

    /// <summary>An answer as the response file writes it.</summary>
    public string Answer(Pcg32 random, SampleItem item, double ability)
    {
        var knows = Knows(item, ability);
        return item.Keys.Count > 1 ? ChooseSeveral(random, item, knows) : random.Chance(knows) ? item.Keys[0] : Wrong(random, item);
    }

    /// <summary>Expected points of an item, blanks apart.</summary>
    public double ExpectedPoints(SampleItem item, double ability)
    {
        var knows = Knows(item, ability);
        if (item.Keys.Count == 1)
            return knows;

        var keys = item.Keys.Count;
        var expected = 0.0;
        for (var hits = 0; hits <= keys; hits++)
        {
            var strays = item.Options.Count - keys;
            for (var stray = 0; stray <= strays; stray++)
                expected += Binomial(keys, hits, knows) * StrayProbability(item, hits, stray, knows) * Math.Max(0, hits - stray) / keys;
        }

        return expected;
    }

    private static double StrayProbability(SampleItem item, int hits, int stray, double knows) => item.CountIsTold
        ? (stray == item.Keys.Count - hits ? 1 : 0)
        : Binomial(item.Options.Count - item.Keys.Count, stray, StrayChoice * (1 - knows));

    private static double Binomial(int trials, int successes, double probability)
    {
        var ways = 1.0;
        for (var i = 1; i <= successes; i++)
            ways = ways * (trials - successes + i) / i;
        return ways * Math.Pow(probability, successes) * Math.Pow(1 - probability, trials - successes);
    }

    private static string ChooseSeveral(Pcg32 random, SampleItem item, double knows)
    {
        var wrong = item.Options.Except(item.Keys).ToList();
        random.Shuffle(wrong);
        var chosen = item.Keys.Where(_ => random.Chance(knows)).ToHashSet();
        chosen.UnionWith(item.CountIsTold
            ? wrong.Take(item.Keys.Count - chosen.Count)
            : wrong.Where(_ => random.Chance(StrayChoice * (1 - knows))).ToList());
        if (chosen.Count == 0)
            chosen.Add(wrong[0]);
        return string.Join('|', item.Options.Where(chosen.Contains));
    }

    // The first wrong option attracts most: real distractors are never equally good.
    private static string Wrong(Pcg32 random, SampleItem item)
    {
        var wrong = item.Options.Except(item.Keys).ToList();
        return random.Pick([.. wrong.Select((option, place) => new Weighted<string>(option, 3.0 - (place * 0.9)))]);
    }

    private void Plant(Pcg32 random, SampleForm form, double shift)
    {
        var jitter = Difficulties.Select(_ => random.Normal(0, 0.12)).ToArray();
        var mean = jitter.Average();
        for (var i = 0; i < form.Items.Count; i++)
        {
            var difficulty = Math.Round(Difficulties[i] + jitter[i] - mean + shift, 6);
            parameters[form.Items[i].Identifier] = new ItemParameters(Math.Round(0.70 + (0.60 * random.Uniform()), 6), difficulty);
        }
    }
}

/// <summary>Discrimination per logit and difficulty in logits of an item.</summary>
internal readonly record struct ItemParameters(double Discrimination, double Difficulty);
