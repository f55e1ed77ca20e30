using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Sandbox.MadeUp;

/// <summary>Makes the headers that a description demands of a response. Optional ones are left out.</summary>
internal static class MadeUpHeaders
{
    private const int Longest = 200;

    // What the server writes itself, so a value that is made up would contradict it.
    private static readonly HashSet<string> OfServer = new(StringComparer.OrdinalIgnoreCase)
    {
        "Content-Type",
        "Content-Length",
        "Transfer-Encoding",
        "Connection",
        "Date",
        "Server",
    };

    /// <summary>Makes the headers of the successful response of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="seed">The seed of the sandbox.</param>
    public static IReadOnlyDictionary<string, string> Of(ReadRequest request, int seed)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, schema) in request.Operation.RequiredHeaders)
        {
            if (!OfServer.Contains(name) && name.All(IsNameCharacter))
            {
                headers[name] = Text(schema is null ? new JValue("1") : ReplyMaker.Make(schema, request, seed));
            }
        }

        return headers;
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';

    // A header is one line of ASCII.
    private static string Text(JToken value)
    {
        var text = value switch
        {
            JValue { Value: bool flag } => flag ? "true" : "false",
            JValue plain => Convert.ToString(plain.Value, CultureInfo.InvariantCulture) ?? "",
            JArray list => string.Join(',', list.OfType<JValue>().Select(item => item.PlainText())),
            _ => value.PlainText(),
        };
        var line = new string([.. text.Where(c => c is >= ' ' and <= '~')]);
        return line.Length > Longest ? line[..Longest] : line;
    }
}
