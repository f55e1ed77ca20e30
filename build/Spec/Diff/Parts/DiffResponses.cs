using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

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
                responses._responses[status] = new DiffResponse(status, written, node, operation.Node);
            }
        }

        return responses;
    }

    /// <summary>Gives the response that is listed for exactly this status, or null.</summary>
    public DiffResponse? Exact(string status) => _responses.GetValueOrDefault(status);

    /// <summary>Gives the response of a status: its own, that of its range, or default; null for none.</summary>
    public DiffResponse? Covering(string status) => ResponseStatus.Covering(_responses, status);

    /// <summary>Lists the responses within a range. Example: 2XX has 200 and 201.</summary>
    public IReadOnlyList<DiffResponse> Within(string range) =>
        ResponseStatus.IsRange(range)
            ? [.. All.Where(response => !ResponseStatus.IsRange(response.Status) && response.Status[0] == range[0])]
            : [];
}
