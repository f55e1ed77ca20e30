namespace Pinterest.OpenApi;

/// <summary>Where a fact about an error comes from, the most certain first.</summary>
internal enum RefusalSource
{
    /// <summary>Pinterest's OpenAPI description, or HTTP itself.</summary>
    Description,

    /// <summary>The pages of Pinterest's documentation.</summary>
    Documentation,

    /// <summary>Sample code that Pinterest published.</summary>
    Samples,

    /// <summary>Public reports of people who use the API.</summary>
    Users,
}
