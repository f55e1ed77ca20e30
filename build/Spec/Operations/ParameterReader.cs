using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>
/// The one reader of parameters: turns what a request holds into the value that the description means.
/// </summary>
internal static class ParameterReader
{
    /// <summary>Reads a parameter by its style.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="sent">The request.</param>
    /// <returns>A number, boolean, text, array or object; null when the parameter was not sent.</returns>
    public static JToken? Read(ParameterSchema parameter, ISentValues sent) =>
        parameter.Facts.Style switch
        {
            ParameterStyle.Path => Typed(parameter.Schema, sent.InPath(parameter.Name)),
            ParameterStyle.Header => Typed(parameter.Schema, sent.InHeader(parameter.Name)),
            ParameterStyle.DeepObject => DeepObject(parameter, sent),
            _ => FromQuery(parameter, sent.InQuery(parameter.Name)),
        };

    private static JToken? FromQuery(ParameterSchema parameter, IReadOnlyList<string?> values)
    {
        if (values.Count == 0)
        {
            return null;
        }

        if (parameter.Facts.Style is ParameterStyle.Single)
        {
            return Typed(parameter.Schema, values[^1]);
        }

        var texts = values.OfType<string>();
        var items = parameter.Facts.Style is ParameterStyle.Joined ? texts.SelectMany(text => text.Split(',')) : texts;
        return new JArray(items.Select(item => Typed(parameter.Schema?.Items, item)));
    }

    // filter[range][start]=1 gives {"range":{"start":1}}. The last value counts where a member is sent twice:
    // filter[start]=1&filter[start]=2 gives {"start":2}.
    private static JObject? DeepObject(ParameterSchema parameter, ISentValues sent)
    {
        JObject? made = null;
        foreach (var (key, values) in sent.Query)
        {
            if (!key.StartsWith(parameter.Name + "[", StringComparison.Ordinal) || !key.EndsWith(']'))
            {
                continue;
            }

            var steps = key[(parameter.Name.Length + 1)..^1].Split("][");
            made ??= [];
            var node = made;
            var schema = parameter.Schema;
            foreach (var step in steps[..^1])
            {
                if (node[step] is not JObject next)
                {
                    node[step] = next = [];
                }

                node = next;
                schema = schema?.Properties.GetValueOrDefault(step);
            }

            var value = values is [.., { } last] ? last : "";
            node[steps[^1]] = Typed(schema?.Properties.GetValueOrDefault(steps[^1]), value);
        }

        return made;
    }

    // A number or a boolean where the schema allows one and the text is one; the text otherwise.
    private static JToken? Typed(EffectiveSchema? schema, string? text)
    {
        // The conversion of a null text is a JSON null, which is something else than nothing.
        if (text is null)
        {
            return null;
        }

        if (schema?.Types is not { } types)
        {
            return text;
        }

        if (
            types.Contains("integer")
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
        )
        {
            return whole;
        }

        if (
            types.Contains("number")
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        )
        {
            return number;
        }

        return types.Contains("boolean") && bool.TryParse(text, out var flag) ? flag : text;
    }
}
