namespace Assessment.Statistics.Models;

/// <summary>A fitted model, or why the data do not determine one.</summary>
/// <typeparam name="T">The model.</typeparam>
public abstract record ModelFit<T>
{
    private ModelFit()
    {
    }

    /// <summary>There is a model.</summary>
    /// <param name="Model">Its estimates.</param>
    public sealed record Fitted(T Model) : ModelFit<T>;

    /// <summary>There is none.</summary>
    /// <param name="Code">"ill-conditioned" or "empty-group".</param>
    /// <param name="Reason">One sentence that names the column.</param>
    public sealed record NotEstimable(string Code, string Reason) : ModelFit<T>
    {
        internal ModelFit<TOther>.NotEstimable Other<TOther>() => new(Code, Reason);
    }

    /// <summary>Goes on with the model, or passes the reason on.</summary>
    /// <typeparam name="TNext">What comes of it.</typeparam>
    /// <param name="next">What is made of the model.</param>
    public ModelFit<TNext> Then<TNext>(Func<T, ModelFit<TNext>> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return this switch
        {
            Fitted fitted => next(fitted.Model),
            NotEstimable no => no.Other<TNext>(),
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>Turns the model into something else.</summary>
    /// <typeparam name="TNext">What comes of it.</typeparam>
    /// <param name="next">What is made of the model.</param>
    public ModelFit<TNext> Select<TNext>(Func<T, TNext> next) => Then<TNext>(model => new ModelFit<TNext>.Fitted(next(model)));
}
