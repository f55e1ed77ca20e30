using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec;

/// <summary>
/// The input cannot be used. The message says in one line what is wrong, where, and what to do. The tool ends with
/// exit code 2.
/// </summary>
internal sealed class SpecException : Exception
{
    /// <summary>Describes a problem of the input.</summary>
    /// <param name="where">The file, and where known the JSON pointer, line and column or operation.</param>
    /// <param name="what">The problem, as a sentence.</param>
    /// <param name="remedy">An action that the reader can take, as a sentence.</param>
    /// <param name="inner">The cause, for a debugger; never shown to users.</param>
    public SpecException(string where, string what, string remedy, Exception? inner = null)
        : base(UnsafeCharacters.Escape($"{where}: {OneLine(what)} {OneLine(remedy)}"), inner) { }

    /// <summary>
    /// Gets what the message only counts, a line each: for example every decision that a description needs. Empty for
    /// most problems.
    /// </summary>
    public IReadOnlyList<string> Details
    {
        get;
        init => field = [.. value.Select(UnsafeCharacters.Escape)];
    } = [];

    private static string OneLine(string text) =>
        string.Join(
            ' ',
            text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        );
}
