using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Generated;

/// <summary>An operation as the pinned contract has it, read by the tests themselves.</summary>
internal sealed record ContractOperation(string Id, string Method, string Path, JObject Node, JObject Root)
{
    public string Facts
    {
        get
        {
            var security = string.Join(
                ';',
                Node["security"]!
                    .SelectMany(alternative => ((JObject)alternative).Properties())
                    .Select(scheme => $"{scheme.Name}:{string.Join(',', scheme.Value.Values<string>())}")
            );
            var success = string.Join(
                ',',
                ((JObject)Node["responses"]!)
                    .Properties()
                    .Select(response => response.Name)
                    .Where(code => code[0] == '2')
            );
            var isInSandbox = (string?)Node["x-sandbox"] == "enabled";
            return $"{Method} {Path} {Node["tags"]![0]} {Node["x-ratelimit-category"]} {isInSandbox} {security} {success}";
        }
    }

    public static IEnumerable<ContractOperation> All(JObject contract) =>
        from path in ((JObject)contract["paths"]!).Properties()
        from method in ((JObject)path.Value).Properties()
        where method.Name is "get" or "post" or "put" or "patch" or "delete"
        select new ContractOperation(
            (string)method.Value["operationId"]!,
            method.Name.ToUpperInvariant(),
            path.Name,
            (JObject)method.Value,
            contract
        );

    public ExpectedRequest ExpectedRequest(Func<string, JToken?> given, JToken? body)
    {
        var path = Path;
        var query = new List<string>();
        foreach (
            var parameter in (Node["parameters"] as JArray ?? [])
                .Concat((JArray?)Root["paths"]![Path]!["parameters"] ?? [])
                .Select(Resolve)
        )
        {
            var name = (string)parameter["name"]!;
            if (given(name) is not { } value)
            {
                continue;
            }

            if ((string?)parameter["in"] == "path")
            {
                path = path.Replace($"{{{name}}}", Escape(value), StringComparison.Ordinal);
            }
            else
            {
                query.AddRange(Query(name, parameter, value));
            }
        }

        var type = body is null ? null : ((JObject)Resolve(Node["requestBody"]!)["content"]!).Properties().First().Name;
        return new ExpectedRequest(Method, "https://api.pinterest.com/v5" + path, query, type, body);
    }

    private IEnumerable<string> Query(string name, JObject parameter, JToken value) =>
        (value, (string?)parameter["style"], (bool?)parameter["explode"]) switch
        {
            (JObject node, "deepObject", _) => Deep(name, node),
            (JArray list, _, false) => [$"{name}={string.Join(',', list.Select(Escape))}"],
            (JArray list, _, _) => list.Select(item => $"{name}={Escape(item)}"),
            _ => [$"{name}={Escape(value)}"],
        };

    private static IEnumerable<string> Deep(string name, JToken value) =>
        value switch
        {
            JObject node => node.Properties().SelectMany(member => Deep($"{name}[{member.Name}]", member.Value)),
            _ => [$"{Uri.EscapeDataString(name)}={Escape(value)}"],
        };

    private JObject Resolve(JToken node) =>
        (string?)node["$ref"] is { } target
            ? Resolve(Root.SelectToken("$" + string.Concat(target.Split('/').Skip(1).Select(step => $"['{step}']")))!)
            : (JObject)node;

    private static string Escape(JToken value) =>
        Uri.EscapeDataString(value.Type is JTokenType.Boolean ? ((bool)value ? "true" : "false") : (string)value!);
}

/// <summary>What must arrive.</summary>
internal sealed record ExpectedRequest(
    string Method,
    string Address,
    List<string> Query,
    string? BodyType,
    JToken? Body
)
{
    public string? Difference(SentRequest sent)
    {
        if (sent.Method != Method || sent.Address != Address)
        {
            return $"{sent.Method} {sent.Address} instead of {Method} {Address}";
        }

        if (!sent.Query.Order(StringComparer.Ordinal).SequenceEqual(Query.Order(StringComparer.Ordinal)))
        {
            return $"query {string.Join('&', sent.Query)} instead of {string.Join('&', Query)}";
        }

        if (sent.BodyType != BodyType)
        {
            return $"content type {sent.BodyType} instead of {BodyType}";
        }

        if (Body is null)
        {
            return sent.Body is null ? null : $"an unexpected body {sent.Body}";
        }

        return BodyType == "application/json"
            ? JsonComparison.Difference(Body, JsonComparison.Parse(sent.Body!))
            : FormDifference(sent.Body!);
    }

    private string? FormDifference(string form)
    {
        var fields = form.Split('&')
            .Select(field => field.Split('='))
            .ToDictionary(
                field => Uri.UnescapeDataString(field[0]),
                field => Uri.UnescapeDataString(field[1].Replace('+', ' '))
            );
        var expected = ((JObject)Body!)
            .Properties()
            .ToDictionary(
                member => member.Name,
                member =>
                    member.Value.Type is JTokenType.Boolean
                        ? ((bool)member.Value ? "true" : "false")
                        : (string?)member.Value
            );
        return
            fields.Count == expected.Count && fields.All(field => expected.GetValueOrDefault(field.Key) == field.Value)
            ? null
            : $"form {form} instead of {Body}";
    }
}

/// <summary>What arrived, not decoded.</summary>
internal sealed record SentRequest(string Method, string Address, List<string> Query, string? BodyType, string? Body)
{
    public SentRequest(HttpRequestMessage request, string? body)
        : this(
            request.Method.Method,
            request.RequestUri!.AbsoluteUri.Split('?')[0],
            request.RequestUri.Query.Length > 1 ? [.. request.RequestUri.Query[1..].Split('&')] : [],
            request.Content?.Headers.ContentType?.MediaType,
            body
        ) { }
}
