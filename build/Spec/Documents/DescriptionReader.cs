using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>Reads an OpenAPI 3.0 description, JSON or YAML, into a tree that keeps line and column.</summary>
internal static class DescriptionReader
{
    /// <summary>The deepest nesting that is read. 5.23.0 needs less than 40.</summary>
    public const int MaxDepth = 128;

    /// <summary>The deepest nesting that is used when references are followed. 5.28.0 needs 51.</summary>
    public const int MaxReferenceDepth = 1_000;

    /// <summary>
    /// The deepest nesting that is compared when references are followed. Descriptions of others have large circles,
    /// whose parts all count.
    /// </summary>
    public const int MaxComparedReferenceDepth = 10_000;

    /// <summary>The most values, names and brackets that are read. The pinned release has less than a fifth of it.</summary>
    public const int MaxTokens = 1_000_000;

    /// <summary>
    /// The most values, names and brackets of a description that is compared, with the documents that it leads to.
    /// Sixteen copies of the pinned release have less than half of it.
    /// </summary>
    public const int MaxComparedTokens = 5_000_000;

    private static readonly JsonLoadSettings LoadSettings = new()
    {
        LineInfoHandling = LineInfoHandling.Load,
        DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error,
        CommentHandling = CommentHandling.Ignore,
    };

    /// <summary>
    /// Reads a description from a file or an https address and checks that it is a usable OpenAPI 3.0 document.
    /// </summary>
    /// <exception cref="SpecException">The input is not a usable OpenAPI 3.0 description.</exception>
    /// <exception cref="SpecEnvironmentException">An address could not be downloaded.</exception>
    public static async Task<Description> ReadAsync(
        string source,
        HttpMessageHandler? handler = null,
        CancellationToken cancellationToken = default
    ) => Read(await DescriptionSource.ReadAsync(source, handler, cancellationToken).ConfigureAwait(false), source);

    /// <summary>Reads a description from bytes and checks that it is a usable OpenAPI 3.0 document.</summary>
    /// <param name="bytes">JSON or YAML in UTF-8.</param>
    /// <param name="name">How messages call the source.</param>
    /// <exception cref="SpecException">The input is not a usable OpenAPI 3.0 description.</exception>
    public static Description Read(byte[] bytes, string name)
    {
        var description = new Description(name, bytes, Parse(bytes, name));
        DescriptionChecks.Run(description);
        return description;
    }

    /// <summary>
    /// Reads a description to generate a client from it: 3.0, or 3.1 rewritten as 3.0. An operation without an
    /// operationId gets one of its method and path, which no other operation has.
    /// </summary>
    /// <param name="bytes">JSON or YAML in UTF-8.</param>
    /// <param name="name">How messages call the source.</param>
    /// <exception cref="SpecException">The input is not a usable OpenAPI 3.0 or 3.1 description.</exception>
    public static Description ReadToGenerate(byte[] bytes, string name)
    {
        var description = new Description(name, bytes, Parse(bytes, name));
        if (OpenApi31.Is(description.Root))
        {
            ReferenceDepth.Check(description, MaxReferenceDepth);
            OpenApi31.Rewrite(description);
        }

        foreach (var operation in OperationNodes.All(description.Root).ToList())
        {
            operation.Node["operationId"] ??= operation.Id;
        }

        DescriptionChecks.Run(description);
        return description;
    }

    /// <summary>
    /// Reads a description to list or serve its operations: a usable 3.0 one, or one of 3.1 whose operations and
    /// references can be followed.
    /// </summary>
    /// <param name="bytes">JSON or YAML in UTF-8.</param>
    /// <param name="name">How messages call the source.</param>
    /// <exception cref="SpecException">The input is not such a description.</exception>
    public static Description ReadToServe(byte[] bytes, string name)
    {
        var description = new Description(name, bytes, Parse(bytes, name));
        if (OpenApi31.Is(description.Root))
        {
            ReferenceDepth.Check(description, MaxReferenceDepth);
            DescriptionChecks.RunToServe(description);
        }
        else
        {
            DescriptionChecks.Run(description);
        }

        return description;
    }

    /// <summary>
    /// Reads a description to compare it: any 3.x, and whatever is wrong with it that does not stop a comparison.
    /// References to other documents are not followed.
    /// </summary>
    /// <exception cref="SpecException">The input is no OpenAPI 3 description.</exception>
    public static Description ReadForComparison(byte[] bytes, string name)
    {
        var description = new Description(name, bytes, Parse(bytes, name));
        DescriptionVersion.DemandThree(description);
        ReferenceLinker.Link(description.Root, "The description was read without the documents beside it.");
        BooleanSchemas.Replace(description.Root);
        ReferenceDepth.Check(description, MaxComparedReferenceDepth);
        return description;
    }

    /// <summary>
    /// Reads a description to compare it: any 3.x, and whatever is wrong with it that does not stop a comparison.
    /// References to other documents are followed.
    /// </summary>
    /// <param name="source">The description.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SpecException">The input is no OpenAPI 3 description.</exception>
    public static async Task<Description> ReadForComparisonAsync(
        OpenedSource source,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        var root = ParseAny(source.Bytes, source.Name, MaxComparedTokens, out var tokens);
        var description = new Description(source.Name, source.Bytes, Object(root, source.Name));
        DescriptionVersion.DemandThree(description);
        await ReferenceLinker
            .LinkAsync(description.Root, source.Neighbours, tokens, cancellationToken)
            .ConfigureAwait(false);
        BooleanSchemas.Replace(description.Root);
        ReferenceDepth.Check(description, MaxComparedReferenceDepth);
        return description;
    }

    /// <summary>Reads JSON or YAML into a tree without asking what it means.</summary>
    /// <exception cref="SpecException">The bytes are neither JSON nor YAML, not an object, or too many
    /// values.</exception>
    public static JObject Parse(byte[] bytes, string name) => Object(ParseAny(bytes, name, MaxTokens, out _), name);

    /// <summary>Reads JSON or YAML into a tree that may be any value.</summary>
    /// <param name="bytes">The bytes, in UTF-8.</param>
    /// <param name="name">How messages call the source.</param>
    /// <param name="mostTokens">The most values, names and brackets that are read.</param>
    /// <param name="tokens">How many were read.</param>
    /// <exception cref="SpecException">The bytes are neither JSON nor YAML, or too many values.</exception>
    public static JToken ParseAny(byte[] bytes, string name, int mostTokens, out int tokens)
    {
        var text = Utf8Text.ReadStrict(bytes, name);
        using var reader = OpenReader(text, name, mostTokens);
        try
        {
            var token = JToken.Load(reader, LoadSettings);
            while (reader.Read())
            {
                if (reader.TokenType is not JsonToken.Comment)
                {
                    throw new JsonReaderException(
                        $"Additional text after the end of the document, line {((IJsonLineInfo)reader).LineNumber}."
                    );
                }
            }

            tokens = reader is BoundedJsonReader json ? json.Count : ((YamlTokenReader)reader).Count;
            return token;
        }
        catch (JsonException error)
        {
            throw new SpecException(
                JsonProblem.Place(name, error),
                $"Cannot be read: {error.Message}",
                "Check that the file is complete JSON or YAML.",
                error
            );
        }
    }

    private static JObject Object(JToken token, string name) =>
        token as JObject
        ?? throw new SpecException(name, "The document is not an object.", "Pass an OpenAPI 3.0 description.");

    // YAML has braces, too, but names in JSON are quoted. Example: {type: string} is YAML.
    private static bool IsJson(ReadOnlySpan<char> text) =>
        text[0] is '[' || (text[0] is '{' && text[1..].TrimStart() is ['"' or '}' or '/', ..] or []);

    private static JsonReader OpenReader(string text, string name, int mostTokens)
    {
        var first = text.AsSpan().TrimStart();
        if (first.IsEmpty)
        {
            throw new SpecException(name, "The file is empty.", "Pass an OpenAPI 3.0 description.");
        }

        JsonReader reader = IsJson(first)
            ? new BoundedJsonReader(text, name, mostTokens)
            : new YamlTokenReader(YamlTokens.Record(text, name, mostTokens));
        reader.DateParseHandling = DateParseHandling.None;
        reader.MaxDepth = MaxDepth;
        return reader;
    }
}
