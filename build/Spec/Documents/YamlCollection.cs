namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>A mapping or a list of YAML whose end was not read yet.</summary>
internal sealed class YamlCollection
{
    /// <summary>Gets the name that aliases call it by, or null.</summary>
    public required string? Anchor { get; init; }

    /// <summary>Gets the number of its first token.</summary>
    public required int Start { get; init; }

    /// <summary>Gets whether it is a mapping.</summary>
    public required bool IsMapping { get; init; }

    /// <summary>Gets the name of the member whose value it is, or null.</summary>
    public required string? Owner { get; init; }

    /// <summary>Gets whether it is data of the API, as an example is, so that its members are no fields.</summary>
    public required bool IsData { get; init; }

    /// <summary>Gets or sets whether the next scalar is a key.</summary>
    public bool ExpectsKey { get; set; }

    /// <summary>Gets or sets the key that was read last.</summary>
    public string? Key { get; set; }

    /// <summary>Gets or sets whether one of its keys merges other mappings into it.</summary>
    public bool HasMerge { get; set; }
}
