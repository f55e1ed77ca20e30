using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>The responses of an operation, and which of them covers a status.</summary>
internal sealed class DiffResponses
{
    private readonly Dictionary<string, DiffResponse> _responses = new(StringComparer.Ordinal);

    public IReadOnlyCollection<DiffResponse> All => _responses.Values;

    public static DiffResponses Of(SchemaModel model, DiffOperation operation)
    {
        var responses = new DiffResponses();
        foreach (var response in (operation.Node["responses"] as JObject ?? []).Properties())
        {
            var status = response.Name.Replace('x', 'X');
            if (response.Value is JObject written && model.Resolve(written) is { } node)
            {
                responses._responses[status] = new DiffResponse(status, written, node);
            }
        }

        return responses;
    }

    /// <summary>Gives the response that is listed for exactly this status, or null.</summary>
    public DiffResponse? Exact(string status) => _responses.GetValueOrDefault(status);

    /// <summary>
    /// Gives the response of a status: its own, that of its range, or default. The default stands for a success only
    /// where no success is listed. Example: with 200 and default, 404 is covered by default and 201 by nothing.
    /// </summary>
    public DiffResponse? Covering(string status)
    {
        if (Exact(status) is { } exact || status == "default")
        {
            return Exact(status);
        }

        if (status.Length == 3 && Exact(status[0] + "XX") is { } range)
        {
            return range;
        }

        return status.StartsWith('2') && All.Any(response => response.IsSuccess) ? null : Exact("default");
    }

    /// <summary>Lists the responses within a range. Example: 2XX has 200 and 201.</summary>
    public IReadOnlyList<DiffResponse> Within(string range) =>
        range.EndsWith("XX", StringComparison.Ordinal)
            ? [.. All.Where(response => !response.IsRange && response.Status[0] == range[0])]
            : [];
}
