using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>A recorded contract.</summary>
/// <param name="File">The pact file.</param>
/// <param name="Consumer">Who needs it.</param>
/// <param name="Provider">Who gives it.</param>
/// <param name="Interactions">The interactions over HTTP.</param>
internal sealed record PactContract(
    string File,
    string Consumer,
    string Provider,
    IReadOnlyList<PactInteraction> Interactions
)
{
    /// <summary>Reads pact files, and all of folders, of the versions 2, 3 and 4.</summary>
    /// <exception cref="SpecException">A file is missing, is no pact, or has no interactions; a folder has no pact.</exception>
    public static IReadOnlyList<PactContract> ReadAll(IEnumerable<string> filesAndFolders)
    {
        ArgumentNullException.ThrowIfNull(filesAndFolders);
        return [.. filesAndFolders.SelectMany(Files).Distinct(StringComparer.Ordinal).Select(PactReader.Read)];
    }

    private static IEnumerable<string> Files(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        var files = Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal).ToList();
        return files.Count > 0
            ? files
            : throw new SpecException(
                path,
                "The folder holds no pact (*.json).",
                "Name a pact file, or a folder that holds one."
            );
    }
}

/// <summary>One request and its reply.</summary>
/// <param name="Description">What it is called.</param>
/// <param name="States">The provider states that it needs.</param>
/// <param name="Request">What is asked.</param>
/// <param name="Response">What must be answered.</param>
internal sealed record PactInteraction(
    string Description,
    IReadOnlyList<string> States,
    PactRequest Request,
    PactResponse Response
);

/// <summary>A recorded request.</summary>
/// <param name="Method">The method, in capitals.</param>
/// <param name="Path">The path, without the query.</param>
/// <param name="Query">The query: each name with its values.</param>
/// <param name="Message">The headers and the body.</param>
internal sealed record PactRequest(
    string Method,
    string Path,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Query,
    PactMessage Message
);

/// <summary>A recorded response.</summary>
/// <param name="Status">The status.</param>
/// <param name="Message">The headers and the body.</param>
internal sealed record PactResponse(int Status, PactMessage Message);

/// <summary>The headers and the body of a request or a response.</summary>
/// <param name="Headers">The headers; their names in any case.</param>
/// <param name="Body">The body as JSON, or as a text; null for none.</param>
internal sealed record PactMessage(IReadOnlyDictionary<string, string> Headers, JToken? Body)
{
    /// <summary>Gets the content type without its parameters, or null when none is recorded.</summary>
    public string? ContentType => Headers.GetValueOrDefault("Content-Type")?.Split(';')[0].Trim();
}
