namespace Pinterest.OpenApi;

/// <summary>A class whose members tell their type by a discriminator.</summary>
internal interface IDiscriminated<TSelf> : ICoded<TSelf>
    where TSelf : PinterestModel, IDiscriminated<TSelf>
{
    static abstract string DiscriminatorName { get; }

    /// <summary>
    /// Makes the class that a discriminator value stands for; the base class for a value that is not known.
    /// </summary>
    static abstract TSelf CreateFor(string? discriminator);
}
