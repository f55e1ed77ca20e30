using Pinterest.OpenApi.Spec.Pacts;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>The forms in which a verification of contracts is printed.</summary>
internal static class ContractReports
{
    private static readonly Dictionary<string, Func<ContractResult, string>> Printers = new(StringComparer.Ordinal)
    {
        ["text"] = ContractText.Print,
        ["json"] = ContractJson.Print,
        ["junit"] = ContractJUnit.Print,
        ["markdown"] = ContractMarkdown.Print,
        ["html"] = ContractHtml.Print,
    };

    /// <summary>Gets the names of the forms.</summary>
    public static IReadOnlyCollection<string> Formats => Printers.Keys;

    /// <summary>Prints a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="style">How text is shown; null for a file or a pipe.</param>
    /// <exception cref="SpecException">The form is unknown.</exception>
    public static string Print(ContractResult result, string format, ConsoleStyle? style = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (format == "text")
        {
            return ContractText.Print(result, style ?? ConsoleStyle.Plain);
        }

        return Printers.TryGetValue(format, out var print)
            ? print(result)
            : throw new SpecException(format, "There is no such form.", $"Use one of {string.Join(", ", Formats)}.");
    }
}
