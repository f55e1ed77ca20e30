using System.Text;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>JSONPath, which the targets of overlays are written in.</summary>
internal static class JsonPath
{
    // A figure is a name elsewhere: the status 200, a property that is called 12.
    private static readonly string[] Lists = ["allOf", "anyOf", "oneOf", "parameters", "servers", "tags", "security"];

    /// <summary>
    /// Writes a JSON pointer as a path. Example: <c>#/paths/~1pins/get</c> becomes <c>$.paths['/pins'].get</c>.
    /// </summary>
    public static string Of(string pointer)
    {
        var path = new StringBuilder("$");
        var before = "";
        foreach (var step in JsonPointer.Steps(pointer))
        {
            var isIndex = Lists.Contains(before) && step.All(char.IsAsciiDigit);
            before = step;
            if (isIndex)
            {
                path.Append('[').Append(step).Append(']');
            }
            else if (IsWord(step))
            {
                path.Append('.').Append(step);
            }
            else
            {
                path.Append("['")
                    .Append(
                        step.Replace("\\", "\\\\", StringComparison.Ordinal)
                            .Replace("'", "\\'", StringComparison.Ordinal)
                    )
                    .Append("']");
            }
        }

        return path.ToString();
    }

    private static bool IsWord(string step) =>
        step.Length > 0
        && !char.IsAsciiDigit(step[0])
        && step.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
