namespace Assessment.Statistics.Models.Mixed;

/// <summary>A fitted model, or why there is none.</summary>
public abstract record MixedModelFit
{
    private MixedModelFit()
    {
    }

    /// <summary>The criterion has its minimum here; a variance on its boundary 0 is a fit too.</summary>
    /// <param name="Model">Estimates.</param>
    public sealed record Fitted(LinearMixedModel Model) : MixedModelFit;

    /// <summary>The data do not determine the model.</summary>
    /// <param name="Code">"too-few-rows", "too-few-levels", "too-many-levels", "ill-conditioned", "no-residual-variance" or "model-too-large".</param>
    /// <param name="Reason">One sentence naming the place.</param>
    public sealed record NotEstimable(string Code, string Reason) : MixedModelFit;
}
