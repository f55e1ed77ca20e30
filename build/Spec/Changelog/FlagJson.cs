using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>The form in which the ledger stores flags: facts only, and no sentence of Pinterest's.</summary>
internal static class FlagJson
{
    // No sum of such numbers is too large for an int.
    private const int Most = 10_000;
    private const int MostLines = 100_000;

    /// <summary>Writes a set.</summary>
    public static JObject Write(FlagSet flags) =>
        new()
        {
            ["from"] = flags.From,
            ["to"] = flags.To,
            ["endpoints"] = new JArray(flags.Endpoints.Select(Write)),
        };

    /// <summary>Reads a set.</summary>
    /// <exception cref="SpecException">A member is missing or malformed.</exception>
    public static FlagSet Read(string file, JToken node)
    {
        var endpoints = List(file, node, "endpoints").Select(endpoint => ReadEndpoint(file, endpoint)).ToList();
        if (endpoints.Count > Most || endpoints.DistinctBy(endpoint => endpoint.Name).Count() < endpoints.Count)
        {
            throw Malformed(file, node, $"An endpoint is listed twice, or there are more than {Most}.");
        }

        return new FlagSet
        {
            From = Version(file, node, "from"),
            To = Version(file, node, "to"),
            Endpoints = endpoints,
        };
    }

    private static JObject Write(ChangelogEndpoint endpoint) =>
        new()
        {
            ["endpoint"] = endpoint.Name,
            ["state"] = endpoint.State.Word(),
            ["flagged"] = endpoint.Flagged,
            ["other"] = endpoint.Other,
            ["lines"] = new JArray(
                endpoint.Lines.Select(line => new JObject
                {
                    ["in"] = line.Line.In,
                    ["kind"] = line.Line.Kind.Word(),
                    ["places"] = new JArray(line.Line.Places),
                    ["count"] = line.Count,
                })
            ),
        };

    private static ChangelogEndpoint ReadEndpoint(string file, JToken node)
    {
        if (List(file, node, "lines").Count > Most)
        {
            throw Malformed(file, node, $"There are more than {Most} lines.");
        }

        var endpoint = new ChangelogEndpoint
        {
            Name = Text(file, node, "endpoint"),
            State = Word<EndpointState>(file, node, "state"),
            Lines = [.. List(file, node, "lines").Select(line => ReadLine(file, line))],
            Other = Number(file, node, "other"),
        };
        return endpoint.Flagged == Number(file, node, "flagged")
            ? endpoint
            : throw Malformed(file, node, $"The counts of its lines give {endpoint.Flagged}, and not 'flagged'.");
    }

    private static FlaggedLine ReadLine(string file, JToken node) =>
        new(
            new ChangelogLine
            {
                In = Text(file, node, "in"),
                Kind = Word<LineKind>(file, node, "kind"),
                Places = [.. List(file, node, "places").Select(place => place.Text() ?? "")],
            },
            Number(file, node, "count")
        );

    private static JArray List(string file, JToken node, string name) =>
        node.Member(name) as JArray ?? throw Malformed(file, node, $"There is no list '{name}'.");

    private static string Text(string file, JToken node, string name) =>
        node.Member(name).Text() ?? throw Malformed(file, node, $"There is no text '{name}'.");

    private static string Version(string file, JToken node, string name) =>
        Text(file, node, name) is var text && System.Version.TryParse(text, out _)
            ? text
            : throw Malformed(file, node, $"'{name}' is no version.");

    private static int Number(string file, JToken node, string name) =>
        node.Member(name).WholeNumber() is { } number and >= 0 and <= MostLines
            ? number
            : throw Malformed(file, node, $"There is no number '{name}'.");

    private static T Word<T>(string file, JToken node, string name)
        where T : struct, Enum =>
        ChangelogWords.Find<T>(Text(file, node, name)) ?? throw Malformed(file, node, $"'{name}' is no known word.");

    private static SpecException Malformed(string file, JToken node, string problem) =>
        new(JsonPointer.Place(file, node), problem, "Restore the file, or write the flags anew with --changelog.");
}
