using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Pacts.Parameters;

/// <summary>
/// Reads parameters of recorded requests: every style of OpenAPI, lists and objects, exploded or not, and values that
/// are written as JSON.
/// </summary>
/// <param name="model">The schemas of the description.</param>
internal sealed class ParameterValues(SchemaModel model)
{
    /// <summary>Reads a parameter that is one text: in a path, a header or a cookie, or one value in a query.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="text">The text.</param>
    /// <param name="isEncoded">Whether the text is still encoded, as in a path.</param>
    public ParameterReading Read(DescribedParameter parameter, string text, bool isEncoded = false)
    {
        Func<string, string> decode = isEncoded ? Uri.UnescapeDataString : same => same;
        if (parameter.MediaType is { } type)
        {
            return Content(type, decode(text));
        }

        var written = new WrittenValue(parameter.Style, parameter.Name, decode);
        var values = new List<JToken>();
        foreach (var shape in Shapes(parameter))
        {
            if (SchemaShapes.IsArray(shape) && written.Items(text) is { } items)
            {
                values.Add(List(shape, items));
            }

            if (SchemaShapes.IsObject(shape) && written.Members(text) is { } members)
            {
                values.Add(Object(shape, members));
            }
        }

        if (AllowsScalar(parameter) && written.Scalar(text) is { } scalar)
        {
            values.Add(TypedText.Of(model, parameter.Schema, scalar));
        }

        var style = $"{parameter.Style.Style}, {(parameter.Style.Explodes ? "exploded" : "not exploded")}";
        return new ParameterReading(values, values.Count > 0 ? null : $"is not written in the style {style}")
        {
            Recorded = text,
        };
    }

    /// <summary>Reads a parameter of a query, a form or cookies.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="sent">The names with their values, decoded.</param>
    /// <param name="declared">The names that belong to other parameters.</param>
    public ParameterReading Read(
        DescribedParameter parameter,
        IReadOnlyDictionary<string, IReadOnlyList<string>> sent,
        IReadOnlySet<string> declared
    )
    {
        if (parameter.Style.Style == "deepObject")
        {
            var made = DeepObject.Read(model, parameter, sent);
            return made is null ? ParameterReading.Nothing : new ParameterReading([made], null);
        }

        var readings = new List<JToken>();
        if (parameter.Style.Explodes && parameter.MediaType is null)
        {
            readings.AddRange(Exploded(parameter, sent, declared));
        }

        if (!sent.TryGetValue(parameter.Name, out var texts))
        {
            return readings.Count > 0 ? new ParameterReading(readings, null) : ParameterReading.Nothing;
        }

        var recorded = string.Join(" and ", texts);
        if (parameter.Style.Explodes && parameter.MediaType is null)
        {
            readings.AddRange(Shapes(parameter).Where(SchemaShapes.IsArray).Select(shape => List(shape, texts)));
        }

        if (texts.Count > 1)
        {
            return new ParameterReading(readings, readings.Count > 0 ? null : OneValue(parameter))
            {
                Recorded = recorded,
            };
        }

        // An exploded list or object is not one text.
        var single =
            parameter.Style.Explodes && parameter.MediaType is null
                ? Scalar(parameter, texts[0])
                : Read(parameter, texts[0]);
        readings.AddRange(single.Values);
        return new ParameterReading(readings, readings.Count > 0 ? null : single.Problem) { Recorded = recorded };
    }

    /// <summary>Tells whether a name of a query or a form belongs to a parameter.</summary>
    public bool Owns(DescribedParameter parameter, string name)
    {
        if (parameter.Style.Style == "deepObject")
        {
            return name.StartsWith(parameter.Name + "[", StringComparison.Ordinal);
        }

        return name == parameter.Name
            || (
                parameter is { MediaType: null, Style.Explodes: true }
                && Shapes(parameter).Any(shape => SchemaShapes.IsObject(shape) && MayHave(shape, name))
            );
    }

    private ParameterReading Scalar(DescribedParameter parameter, string text) =>
        AllowsScalar(parameter)
            ? new ParameterReading([TypedText.Of(model, parameter.Schema, text)], null)
            : new ParameterReading([], "is not written as its members");

    private static string OneValue(DescribedParameter parameter) =>
        parameter.Style is { Style: "form", Explodes: false } ? "is one value, joined by commas" : "takes one value";

    private static ParameterReading Content(string type, string text)
    {
        if (!type.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            return new ParameterReading([text], null) { Recorded = text };
        }

        try
        {
            return new ParameterReading([StrictJson.Parse(text)], null) { Recorded = text };
        }
        catch (JsonException)
        {
            return new ParameterReading([], "is not JSON") { Recorded = text };
        }
    }

    // offset=1&limit=2 for an object with these members.
    private IEnumerable<JToken> Exploded(
        DescribedParameter parameter,
        IReadOnlyDictionary<string, IReadOnlyList<string>> sent,
        IReadOnlySet<string> declared
    )
    {
        foreach (var shape in Shapes(parameter).Where(SchemaShapes.IsObject))
        {
            var members = sent.Where(entry => !declared.Contains(entry.Key) && MayHave(shape, entry.Key)).ToList();
            if (members.Count > 0)
            {
                yield return new JObject(
                    members.Select(member => new JProperty(member.Key, Member(shape, member.Key, member.Value)))
                );
            }
        }
    }

    private JToken Member(EffectiveSchema shape, string name, IReadOnlyList<string> texts)
    {
        var schema = SchemaShapes.MemberOf(shape, name);
        return SchemaShapes.Of(model, schema).FirstOrDefault(SchemaShapes.IsArray) is { } list
            ? List(list, texts)
            : TypedText.Of(model, schema, texts[^1]);
    }

    private JArray List(EffectiveSchema shape, IReadOnlyList<string> items) =>
        [.. items.Select((item, index) => TypedText.Of(model, SchemaShapes.ItemOf(shape, index), item))];

    private JObject Object(EffectiveSchema shape, IReadOnlyList<(string Name, string Value)> members)
    {
        var made = new JObject();
        foreach (var (name, value) in members)
        {
            made[name] = TypedText.Of(model, SchemaShapes.MemberOf(shape, name), value);
        }

        return made;
    }

    private IReadOnlyList<EffectiveSchema> Shapes(DescribedParameter parameter) =>
        SchemaShapes.Of(model, parameter.Schema);

    private bool AllowsScalar(DescribedParameter parameter)
    {
        var shapes = Shapes(parameter);
        return shapes.Count == 0
            || shapes.Any(shape => shape.Types is null ? shape.Unions.Count == 0 : shape.Types.Any(IsScalar));
    }

    private static bool IsScalar(string type) => type is not ("array" or "object");

    private static bool MayHave(EffectiveSchema shape, string name) =>
        shape.Properties.ContainsKey(name)
        || shape.Keyword("patternProperties") is not null
        || (
            shape.ForbiddenPropertiesPlace is null
            && (shape.Properties.Count == 0 || shape.Keyword("additionalProperties") is not null)
        );
}
