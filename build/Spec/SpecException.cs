namespace Pinterest.OpenApi.Spec;

/// <summary>Input that cannot be used: says what is wrong, where, and what to do, in one line. The tool answers it with exit code 2.</summary>
internal sealed class SpecException : Exception
{
    /// <summary>Describes a problem of the input.</summary>
    /// <param name="where">The file, and where known the JSON pointer, line and column or operation.</param>
    /// <param name="what">What is wrong, as a sentence.</param>
    /// <param name="remedy">What the reader can do about it, as a sentence.</param>
    /// <param name="inner">The cause, for a debugger; never shown to users.</param>
    public SpecException(string where, string what, string remedy, Exception? inner = null)
        : base($"{where}: {OneLine(what)} {OneLine(remedy)}", inner) { }

    private static string OneLine(string text) =>
        string.Join(
            ' ',
            text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        );
}
