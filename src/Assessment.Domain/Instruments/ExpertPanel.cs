using Assessment.Domain.Scoring;

namespace Assessment.Domain.Instruments;

/// <summary>The judgements of one expert.</summary>
/// <param name="Rater">Name or number of the expert, unique within the panel.</param>
/// <param name="Effectiveness">Effectiveness of each option by identifier, 1 to the panel's steps.</param>
public sealed record ExpertRatings(string Rater, IReadOnlyDictionary<string, int> Effectiveness);

/// <summary>Experts' ratings of how effective each option of a situational judgement item is.</summary>
/// <param name="Steps">Number of steps of the rating scale, at least 2.</param>
/// <param name="Ratings">At least one expert, each having rated the same options.</param>
public sealed record ExpertPanel(int Steps, IReadOnlyList<ExpertRatings> Ratings)
{
    /// <summary>Weights are rounded to this many decimals, finer than a tick of any item of up to 100 points.</summary>
    private const int Decimals = 8;

    /// <summary>One row per option in the given order, one column per rater: as agreement statistics take it.</summary>
    /// <param name="options">Identifiers of the options.</param>
    public IReadOnlyList<IReadOnlyList<int>> Matrix(IEnumerable<string> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Select(option => (IReadOnlyList<int>)Ratings.Select(rater => rater.Effectiveness[option]).ToList()).ToList();
    }

    /// <summary>
    /// Weights of the options, 0 to 1, rounded half away from zero to 8 decimals. With r(e, o) the effectiveness that expert e
    /// gives option o: <see cref="KeyMethod.MeanWeight"/> is (m(o) − min m) ÷ (max m − min m), m(o) the mean of r(e, o) over e
    /// (mean-weight keys: Weekley, Ployhart and Holtz 2006, in Weekley and Ployhart (eds.), Situational Judgment Tests;
    /// McDaniel, Psotka, Legree, Yost and Weekley 2011, J. Appl. Psychol. 96:327, raw consensus). For the other two each expert has
    /// one vote, shared evenly among the options that the expert rates highest; v(o) is the sum of votes.
    /// <see cref="KeyMethod.Consensus"/> is 1 for the option of most votes and 0 otherwise;
    /// <see cref="KeyMethod.ProportionEndorsement"/> is v(o) ÷ max v. <see cref="KeyMethod.MeanRating"/> is (m(o) − 1) ÷ (steps − 1), where
    /// the mean stands on the scale.
    /// </summary>
    /// <param name="method">Which formula.</param>
    /// <returns>Weights by option, or a refusal when the panel does not tell the options apart or the method needs no panel.</returns>
    public Result<Dictionary<string, decimal>> Weights(KeyMethod method) => method switch
    {
        KeyMethod.MeanWeight => Stretched(Sums(Rating)),
        KeyMethod.Consensus => Single(Sums(Vote)),
        KeyMethod.ProportionEndorsement => Relative(Sums(Vote)),
        KeyMethod.MeanRating => Rounded(Sums(Rating), sum => ((sum / Ratings.Count) - 1) / (Steps - 1)),
        _ => Refusals.RequestContradicts.Because("An authored key does not come from a panel."),
    };

    private Dictionary<string, decimal> Sums(Func<ExpertRatings, Dictionary<string, decimal>> part)
    {
        var parts = Ratings.Select(part).ToList();
        return Ratings[0].Effectiveness.Keys.ToDictionary(option => option, option => parts.Sum(one => one[option]));
    }

    private static Dictionary<string, decimal> Rating(ExpertRatings rater) =>
        rater.Effectiveness.ToDictionary(rating => rating.Key, rating => (decimal)rating.Value);

    private static Dictionary<string, decimal> Vote(ExpertRatings rater)
    {
        var highest = rater.Effectiveness.Values.Max();
        var ties = rater.Effectiveness.Values.Count(rating => rating == highest);
        return rater.Effectiveness.ToDictionary(rating => rating.Key, rating => rating.Value == highest ? 1m / ties : 0m);
    }

    /// <summary>Sums serve as well as means: the number of experts cancels.</summary>
    private static Result<Dictionary<string, decimal>> Stretched(Dictionary<string, decimal> sums)
    {
        var (least, most) = (sums.Values.Min(), sums.Values.Max());
        return least == most
            ? Refusals.RequestContradicts.Because("The panel finds all options equally effective, so no weights follow.")
            : Rounded(sums, sum => (sum - least) / (most - least));
    }

    private static Result<Dictionary<string, decimal>> Single(Dictionary<string, decimal> votes)
    {
        var most = votes.Values.Max();
        return votes.Values.Count(vote => IsMost(vote, most)) > 1
            ? Refusals.RequestContradicts.Because("The panel has no single best option; take the mean weight or ask more experts.")
            : Rounded(votes, vote => IsMost(vote, most) ? 1 : 0);
    }

    private static Result<Dictionary<string, decimal>> Relative(Dictionary<string, decimal> votes)
    {
        var most = votes.Values.Max();
        return votes.Values.All(vote => IsMost(vote, most))
            ? Refusals.RequestContradicts.Because("The panel finds all options equally often best, so no weights follow.")
            : Rounded(votes, vote => vote / most);
    }

    /// <summary>Thirds of a vote do not add up to a whole in decimals; votes this close are equal.</summary>
    private static bool IsMost(decimal vote, decimal most) => most - vote < 1e-9m;

    private static Result<Dictionary<string, decimal>> Rounded(Dictionary<string, decimal> values, Func<decimal, decimal> weight) =>
        values.ToDictionary(pair => pair.Key, pair => NumberText.Shortest(Math.Round(weight(pair.Value), Decimals, MidpointRounding.AwayFromZero)));
}
