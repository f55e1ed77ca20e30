using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>JSON pointers (RFC 6901) in the <c>#/a/b</c> form that OpenAPI references use.</summary>
internal static class JsonPointer
{
    /// <summary>Appends one step to a pointer, escaped.</summary>
    public static string Append(string pointer, string step) =>
        pointer + "/" + step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>
    /// Gives the pointer of a token within its document, behind the name of the document when that is not the description
    /// itself. Example: models/pet.yaml#/properties/name.
    /// </summary>
    public static string Of(JToken token)
    {
        var pointer = Within(token);
        if (!pointer.StartsWith(OtherDocuments.Prefix, StringComparison.Ordinal))
        {
            return pointer;
        }

        var steps = Steps(pointer.Replace("%", "%25", StringComparison.Ordinal)).ToList();
        return steps[1] + steps.Skip(2).Aggregate("#", Append);
    }

    /// <summary>Gives the pointer of a token within the whole tree.</summary>
    public static string Within(JToken token)
    {
        var steps = new Stack<string>();
        for (var current = token; current.Parent is not null; current = current.Parent)
        {
            if (current.Parent is JProperty property)
            {
                steps.Push(property.Name);
            }
            else if (current.Parent is JArray array)
            {
                steps.Push(array.IndexOf(current).ToString(CultureInfo.InvariantCulture));
            }
        }

        return steps.Aggregate("#", Append);
    }

    /// <summary>Names a place for a message: file, line, column and JSON pointer.</summary>
    public static string Place(string file, JToken token)
    {
        var line = (IJsonLineInfo)token;
        var position = line.HasLineInfo() ? $":{line.LineNumber}:{line.LinePosition}" : "";
        return OtherDocuments.NameOf(token) is { } other
            ? $"{other}{position} {Of(token)[other.Length..]}"
            : $"{file}{position} {Of(token)}";
    }

    /// <summary>Splits a pointer into its unescaped steps.</summary>
    public static IEnumerable<string> Steps(string pointer) =>
        pointer.TrimStart('#').Split('/').Skip(1).Select(Unescape);

    /// <summary>Gives the text of a reference to a token of the same tree.</summary>
    public static string To(JToken token) => Within(token).Replace("%", "%25", StringComparison.Ordinal);

    /// <summary>Tells whether a reference is a pointer within its own tree. Example: #/a, but not #name.</summary>
    public static bool IsLocal(string reference) =>
        reference is "#" || reference.StartsWith("#/", StringComparison.Ordinal);

    /// <summary>Finds what a pointer points at.</summary>
    /// <returns>The token, or null when there is none.</returns>
    public static JToken? Find(JToken root, string pointer)
    {
        var current = root;
        foreach (var step in Steps(pointer))
        {
            current = current switch
            {
                JObject node => node[step],
                JArray list
                    when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                        && index < list.Count => list[index],
                _ => null,
            };
            if (current is null)
            {
                return null;
            }
        }

        return current;
    }

    private static string Unescape(string step)
    {
        if (step.Contains('%', StringComparison.Ordinal))
        {
            step = Uri.UnescapeDataString(step);
        }

        return step.Contains('~', StringComparison.Ordinal)
            ? new StringBuilder(step).Replace("~1", "/").Replace("~0", "~").ToString()
            : step;
    }
}
