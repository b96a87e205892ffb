namespace Assessment.Domain;

/// <summary>
/// What a use case answers: a value, or the refusal that a rule of the domain gave instead.
/// Expected trouble travels as this value; exceptions are left for faults (docs/adr/0003).
/// </summary>
/// <typeparam name="T">The value when nothing was refused.</typeparam>
public readonly struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Refusal? refusal)
    {
        this.value = value;
        Refusal = refusal;
    }

    /// <summary>The refusal, or null when there is a value.</summary>
    public Refusal? Refusal { get; }

    /// <summary>True when a rule said no.</summary>
    public bool IsRefused => Refusal is not null;

    /// <summary>The value. Asking a refused result for it is a programming error.</summary>
    /// <exception cref="InvalidOperationException">The result is a refusal.</exception>
    public T Value => Refusal is null
        ? value!
        : throw new InvalidOperationException($"There is no value: refused with {Refusal.Code.Code}.");

    /// <summary>Goes on with the value, or carries the refusal through.</summary>
    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return Refusal is null ? next(value!) : Refusal;
    }

    /// <summary>Turns either side into one answer.</summary>
    public TAnswer Match<TAnswer>(Func<T, TAnswer> whenValue, Func<Refusal, TAnswer> whenRefused)
    {
        ArgumentNullException.ThrowIfNull(whenValue);
        ArgumentNullException.ThrowIfNull(whenRefused);
        return Refusal is null ? whenValue(value!) : whenRefused(Refusal);
    }

    /// <summary>A value is a result.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal is a result.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}
