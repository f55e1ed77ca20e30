namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>The kind of an object of an OpenAPI 3.0 document.</summary>
internal enum NodeKind
{
    /// <summary>The document itself.</summary>
    Document,

    /// <summary>The info object.</summary>
    Info,

    /// <summary>A server.</summary>
    Server,

    /// <summary>A path with its operations.</summary>
    PathItem,

    /// <summary>An operation.</summary>
    Operation,

    /// <summary>A parameter, or a response header.</summary>
    Parameter,

    /// <summary>A request body.</summary>
    RequestBody,

    /// <summary>A response.</summary>
    Response,

    /// <summary>The schema of one content type.</summary>
    MediaType,

    /// <summary>A schema.</summary>
    Schema,

    /// <summary>A discriminator of a union.</summary>
    Discriminator,

    /// <summary>The components.</summary>
    Components,

    /// <summary>A security scheme.</summary>
    SecurityScheme,

    /// <summary>The OAuth flows of a security scheme.</summary>
    OAuthFlows,

    /// <summary>One OAuth flow.</summary>
    OAuthFlow,

    /// <summary>A tag.</summary>
    Tag,

    /// <summary>
    /// A value whose inside is not visited: an enum value, a default, a list of names, a vendor extension.
    /// </summary>
    Value,
}
