using System.Collections.Frozen;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>
/// Finds the operation that a request is for, by its method and by its path as it is sent. A request that could be read
/// in two ways is for none.
/// </summary>
internal static class OperationMatcher
{
    private static readonly FrozenDictionary<(string Method, int Steps), Template[]> Templates = Operations
        .All.Select(operation => new Template(operation, operation.Path[1..].Split('/')))
        .GroupBy(template => (template.Operation.Method.Method, template.Steps.Length))
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(one => one.Literals).ToArray());

    /// <summary>Finds the operation of a request.</summary>
    /// <param name="method">The method; upper case, as it is sent.</param>
    /// <param name="path">The escaped path below the base address, for example /pins/123.</param>
    /// <returns>The operation with the values of its path, or null.</returns>
    public static MatchedOperation? Match(string method, string path)
    {
        if (path.Length == 0 || path[0] != '/')
        {
            return null;
        }

        var steps = path[1..].Split('/');
        if (!Array.TrueForAll(steps, IsPlain) || !Templates.TryGetValue((method, steps.Length), out var templates))
        {
            return null;
        }

        // A template with more words of its own comes first: /pins/analytics is no Pin.
        return Array.Find(templates, template => template.Fits(steps)) is { } found
            ? new MatchedOperation(found.Operation, found.Values(steps))
            : null;
    }

    // A server may decode a step before it splits the path, so what would be a slash or a dot step then is refused now.
    private static bool IsPlain(string step)
    {
        if (step.Length == 0)
        {
            return false;
        }

        var decoded = Uri.UnescapeDataString(step);
        var isTwice = decoded.Contains('%') && Uri.UnescapeDataString(decoded) != decoded;
        return !isTwice
            && decoded is not ("." or "..")
            && !decoded.Any(c => c is '/' or '\\' or '?' or '#' || char.IsControl(c));
    }

    private sealed record Template(Operation Operation, string[] Steps)
    {
        public int Literals { get; } = Steps.Count(step => !IsName(step));

        public bool Fits(string[] steps)
        {
            for (var i = 0; i < steps.Length; i++)
            {
                if (!IsName(Steps[i]) && Steps[i] != steps[i])
                {
                    return false;
                }
            }

            return true;
        }

        public Dictionary<string, string> Values(string[] steps)
        {
            var values = new Dictionary<string, string>();
            for (var i = 0; i < steps.Length; i++)
            {
                if (IsName(Steps[i]))
                {
                    values[Steps[i][1..^1]] = Uri.UnescapeDataString(steps[i]);
                }
            }

            return values;
        }

        private static bool IsName(string step) => step[0] == '{';
    }
}
