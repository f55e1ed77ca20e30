using YamlDotNet.Core;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Turns YAML into JSON tokens. Aliases and merge keys are expanded, up to a limit that no honest description reaches.
/// </summary>
internal static class YamlTokens
{
    /// <summary>Reads YAML.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="name">How messages call the source.</param>
    /// <param name="most">The most tokens that are made.</param>
    /// <exception cref="SpecException">The text is no YAML, has what JSON cannot say, or has too many values.</exception>
    public static List<YamlToken> Record(string text, string name, int most)
    {
        try
        {
            return new YamlRecorder(name, most).Record(
                new Parser(new Scanner(new StringReader(text), skipComments: true))
            );
        }
        catch (YamlException error)
        {
            throw new SpecException(
                $"{name}:{error.Start.Line}:{error.Start.Column}",
                $"This is neither JSON nor YAML ({Reason(error)}).",
                "Check that the file is complete.",
                error
            );
        }
        catch (Exception error)
            when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            throw Unreadable(name, error);
        }
    }

    // The scanner has faults of its own on damaged texts. Example: a plain scalar that a tab begins in a flow mapping.
    private static SpecException Unreadable(string name, Exception error) =>
        new(name, "This is neither JSON nor YAML.", "Check that the file is complete.", error);

    private static string Reason(YamlException error) =>
        (error.InnerException is YamlException inner ? inner : error).Message.TrimEnd('.');
}
