using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>
/// What stays of an operation from release to release: its method and its path, without the names of the path
/// parameters. Example: GET /boards/{id} of 5.0.0 and GET /boards/{board_id} of 5.28.0 are one operation.
/// </summary>
internal static partial class OperationKeys
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    /// <summary>Gives the key of an operation.</summary>
    public static string Of(string method, string path) =>
        $"{method.ToUpperInvariant()} {PathParameter().Replace(path, "{}")}";

    /// <summary>
    /// Reads the keys of a stored release. It builds no tree, so that 27 releases take a fifth of a second.
    /// </summary>
    /// <exception cref="JsonException">The bytes are no JSON.</exception>
    public static HashSet<string> Read(byte[] description)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(description);
        var isInPaths = false;
        var path = "";
        while (reader.Read())
        {
            if (reader.TokenType is not JsonTokenType.PropertyName)
            {
                continue;
            }

            // paths, /pins, get: each one level deeper. Nothing else has to be looked into.
            var name = reader.GetString()!;
            switch (reader.CurrentDepth)
            {
                case 1:
                    isInPaths = name == "paths";
                    break;
                case 2:
                    path = name;
                    break;
                case 3 when Methods.Contains(name):
                    keys.Add(Of(name, path));
                    break;
                default:
                    break;
            }

            if (!isInPaths || reader.CurrentDepth > 2)
            {
                reader.Skip();
            }
        }

        return keys;
    }

    [GeneratedRegex("\\{[^}]*\\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PathParameter();
}
