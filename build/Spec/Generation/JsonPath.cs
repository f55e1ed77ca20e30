using System.Text;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>JSONPath, which the targets of overlays are written in.</summary>
internal static class JsonPath
{
    /// <summary>
    /// Writes a JSON pointer as a path. Example: <c>#/paths/~1pins/get</c> becomes <c>$.paths['/pins'].get</c>.
    /// </summary>
    public static string Of(string pointer)
    {
        var path = new StringBuilder("$");
        foreach (var step in JsonPointer.Steps(pointer))
        {
            if (IsIndex(step))
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

    // The status 200 is a name too, so an index has at most two digits: no list of a description is longer.
    private static bool IsIndex(string step) => step.Length <= 2 && step.All(char.IsAsciiDigit) && step.Length > 0;

    private static bool IsWord(string step) =>
        step.Length > 0
        && !char.IsAsciiDigit(step[0])
        && step.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
