namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>The same thing on the two sides of a comparison.</summary>
/// <param name="Base">What it is in the base, the description compared with.</param>
/// <param name="Revision">What it is in the revision, the description compared.</param>
internal readonly record struct Sides<T>(T Base, T Revision)
{
    /// <summary>Gives something of both sides. Example: schemas.Select(schema => schema.Keyword("format")).</summary>
    public Sides<TResult> Select<TResult>(Func<T, TResult> selector) => new(selector(Base), selector(Revision));

    /// <summary>
    /// Combines both sides with another pair. Example: the operations with the models of their descriptions.
    /// </summary>
    public Sides<TResult> Zip<TOther, TResult>(Sides<TOther> other, Func<T, TOther, TResult> selector) =>
        new(selector(Base, other.Base), selector(Revision, other.Revision));

    /// <summary>Tells whether something holds on both sides.</summary>
    public bool All(Func<T, bool> holds) => holds(Base) && holds(Revision);

    /// <summary>Tells whether something holds on at least one side.</summary>
    public bool Any(Func<T, bool> holds) => holds(Base) || holds(Revision);
}
