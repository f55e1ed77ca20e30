using System.Text;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// Writes a model as a line for a debugger: its class, its id and name, and the names of the other members that it has.
/// Example: <c>Board { id: 7, name: Kitchens, and privacy, owner }</c>. Other values are left out, because one of them may
/// be a token.
/// </summary>
internal static class ModelText
{
    private const int LongestValue = 60;
    private const int MostNames = 8;

    private static readonly string[] Shown = ["id", "name", "title"];

    /// <summary>Writes the line. It never throws, and has at most some hundred characters.</summary>
    public static string Of(PinterestModel model)
    {
        var type = model.GetType().Name;
        try
        {
            return $"{type} {Members(ToObject(model))}";
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A debugger, a log or a message of a test asks for the text; what it is made of must not matter to them.
            return type;
        }
    }

    private static JObject ToObject(PinterestModel model)
    {
        using var writer = new JTokenWriter();
        new PinterestJsonConverter().WriteJson(writer, model, null!);
        return (JObject)writer.Token!;
    }

    private static string Members(JObject model)
    {
        var values = Shown
            .Where(name => IsShort(model[name]))
            .Select(name => $"{name}: {Value(model[name]!)}")
            .ToList();
        var names = model.Properties().Select(member => member.Name).Where(name => !IsShown(model, name)).ToList();
        if (names.Count > 0)
        {
            values.Add($"{(values.Count > 0 ? "and " : "")}{Names(names)}");
        }

        return values.Count > 0 ? $"{{ {string.Join(", ", values)} }}" : "{ }";
    }

    private static bool IsShown(JObject model, string name) => Shown.Contains(name) && IsShort(model[name]);

    private static bool IsShort(JToken? value) => value is JValue { Type: JTokenType.String or JTokenType.Integer };

    private static string Names(List<string> names)
    {
        var text = string.Join(", ", names.Take(MostNames).Select(Line));
        return names.Count > MostNames ? $"{text} and {names.Count - MostNames} more" : text;
    }

    private static string Value(JToken value) => Line((string)value!);

    // A value of a server could otherwise write lines of a log.
    private static string Line(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(LongestValue))
        {
            line.Append(Rune.IsControl(rune) ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return text.EnumerateRunes().Count() > LongestValue ? $"{line}…" : line.ToString();
    }
}
