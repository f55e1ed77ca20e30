namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>Finds what pairs of all kinds have in common: one side is missing, or a flag changed.</summary>
internal static class PairChanges
{
    /// <summary>Makes a change of a thing that only the revision has.</summary>
    public static IEnumerable<Change> OfAdded<T>(Sides<T?> pair, Func<T, Change> change)
        where T : class => pair is { Base: null, Revision: { } added } ? [change(added)] : [];

    /// <summary>Makes a change of a thing that only the base has.</summary>
    public static IEnumerable<Change> OfRemoved<T>(Sides<T?> pair, Func<T, Change> change)
        where T : class => pair is { Base: { } removed, Revision: null } ? [change(removed)] : [];

    /// <summary>Finds changes of a thing that both sides have.</summary>
    public static IEnumerable<Change> OfBoth<T>(Sides<T?> pair, Func<Sides<T>, IEnumerable<Change>> find)
        where T : class =>
        pair is { Base: { } baseThing, Revision: { } revisionThing } ? find(new(baseThing, revisionThing)) : [];

    /// <summary>Makes a change of a thing that both sides have, if a flag of it becomes true or false.</summary>
    /// <param name="pair">The thing.</param>
    /// <param name="flag">Reads the flag.</param>
    /// <param name="isSet">Whether to find the change to true; otherwise the change to false.</param>
    /// <param name="change">Makes the change.</param>
    public static IEnumerable<Change> OfFlag<T>(
        Sides<T?> pair,
        Func<T, bool> flag,
        bool isSet,
        Func<Sides<T>, Change> change
    )
        where T : class =>
        OfBoth(pair, both => flag(both.Base) != isSet && flag(both.Revision) == isSet ? [change(both)] : []);
}
