namespace Pinterest.OpenApi.Spec.Schemas.Validation;

/// <summary>The members or items of one value that some schema speaks of.</summary>
/// <param name="instance">The value.</param>
internal sealed class Marks(Instance instance)
{
    /// <summary>Gets the value.</summary>
    public Instance Instance { get; } = instance;

    /// <summary>Gets the names of the members.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the indexes of the items.</summary>
    public HashSet<int> Items { get; } = [];

    /// <summary>Gets or sets whether a schema speaks of every member or item.</summary>
    public bool HasAll { get; set; }

    /// <summary>Gets or sets whether a schema names a member at all.</summary>
    public bool HasDeclarations { get; set; }

    /// <summary>Adds the marks of another schema for the same value.</summary>
    public void Include(Marks other)
    {
        Names.UnionWith(other.Names);
        Items.UnionWith(other.Items);
        HasAll |= other.HasAll;
        HasDeclarations |= other.HasDeclarations;
    }
}
