namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>Tells which version of OpenAPI a description is written in.</summary>
internal static class DescriptionVersion
{
    /// <summary>Demands a description of OpenAPI 3, in any of its versions.</summary>
    /// <exception cref="SpecException">It is of another version, or is no description.</exception>
    public static void DemandThree(Description description)
    {
        RefuseSwagger(description);
        var version = description.Root["openapi"];
        if (version?.PlainText().StartsWith("3.", StringComparison.Ordinal) == true)
        {
            return;
        }

        throw new SpecException(
            version is null ? $"{description.Name} #/openapi" : description.Place(version),
            "This is not an OpenAPI 3 description.",
            "Pass an OpenAPI 3.0, 3.1 or 3.2 file."
        );
    }

    /// <summary>Says what to do with a description of Swagger 2.0.</summary>
    /// <exception cref="SpecException">It is one.</exception>
    public static void RefuseSwagger(Description description)
    {
        if (description.Root["openapi"] is null && description.Root["swagger"] is { } swagger)
        {
            throw new SpecException(
                description.Place(swagger),
                $"This is a Swagger {swagger.PlainText()} description, the version before OpenAPI 3.",
                "Convert it to OpenAPI 3 first, for example with swagger2openapi from npm."
            );
        }
    }
}
