namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>What may stand at a place of a description, as far as references go.</summary>
internal enum LinkPlace
{
    /// <summary>An object that may be a reference, as a schema is.</summary>
    Part,

    /// <summary>An object that nobody follows a reference from, so that the reference is replaced by its target.</summary>
    Whole,

    /// <summary>A map from names to parts, as properties is.</summary>
    Map,

    /// <summary>A map from names to objects of the kind <see cref="Whole"/>, as content is.</summary>
    MapOfWhole,

    /// <summary>A map from paths to path items.</summary>
    Paths,

    /// <summary>A map from names to maps of path items.</summary>
    Callbacks,

    /// <summary>A path item.</summary>
    PathItem,

    /// <summary>A list of objects of the kind <see cref="Whole"/>, as servers is.</summary>
    ListOfWhole,

    /// <summary>The mapping of a discriminator: its values are names or references.</summary>
    Mapping,
}
