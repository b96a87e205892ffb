namespace Assessment.Statistics.Streaming;

/// <summary>
/// Co-moments of pre, post and follow-up on people with all three, mergeable: a state for each two of the waves. Gain, decay, sustained and
/// retained gain follow with their errors, the covariance of sustained and immediate gain from the three sums of squares of differences.
/// </summary>
public sealed class ThreeWaveMoments
{
    /// <summary>Pre to post.</summary>
    public PairedMoments Gain { get; private init; } = new();

    /// <summary>Post to follow-up.</summary>
    public PairedMoments Decay { get; private init; } = new();

    /// <summary>Pre to follow-up.</summary>
    public PairedMoments Sustained { get; private init; } = new();

    /// <summary>Number of people.</summary>
    public int N => Gain.N;

    /// <summary>Sum of products of the deviations of follow-up − pre and of post − pre.</summary>
    internal double Products => (Sustained.SquaresGain + Gain.SquaresGain - Decay.SquaresGain) / 2;

    /// <summary>The state of whole columns.</summary>
    /// <param name="pre">Scores before.</param>
    /// <param name="post">Scores after, same people.</param>
    /// <param name="followUp">Scores at follow-up, same people.</param>
    /// <exception cref="ArgumentException">The lengths differ or a value is not finite.</exception>
    public static ThreeWaveMoments Of(ReadOnlySpan<double> pre, ReadOnlySpan<double> post, ReadOnlySpan<double> followUp) => new()
    {
        Gain = PairedMoments.Of(pre, post),
        Decay = PairedMoments.Of(post, followUp),
        Sustained = PairedMoments.Of(pre, followUp),
    };

    /// <summary>The state of two groups together; neither is changed.</summary>
    /// <param name="a">One group.</param>
    /// <param name="b">The other.</param>
    public static ThreeWaveMoments Merge(ThreeWaveMoments a, ThreeWaveMoments b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return new()
        {
            Gain = PairedMoments.Merge(a.Gain, b.Gain),
            Decay = PairedMoments.Merge(a.Decay, b.Decay),
            Sustained = PairedMoments.Merge(a.Sustained, b.Sustained),
        };
    }

    /// <summary>Takes in one person.</summary>
    /// <param name="pre">Score before.</param>
    /// <param name="post">Score after.</param>
    /// <param name="followUp">Score at follow-up.</param>
    /// <exception cref="ArgumentException">A value is not finite; nothing is taken in.</exception>
    public void Add(double pre, double post, double followUp)
    {
        Require.Finite([pre, post, followUp]);
        Gain.Add(pre, post);
        Decay.Add(post, followUp);
        Sustained.Add(pre, followUp);
    }
}
