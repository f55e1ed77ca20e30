using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>A response of an operation.</summary>
/// <param name="Status">The status, a range such as 2XX, or default.</param>
/// <param name="Written">Where the operation lists it.</param>
/// <param name="Node">What it means.</param>
internal sealed record DiffResponse(string Status, JObject Written, JObject Node)
{
    /// <summary>Gets whether it is a success.</summary>
    public bool IsSuccess => Status.StartsWith('2');

    /// <summary>Gets whether it stands for a hundred statuses.</summary>
    public bool IsRange => Status.EndsWith("XX", StringComparison.Ordinal);
}

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

    public DiffResponse? Exact(string status) => _responses.GetValueOrDefault(status);

    /// <summary>Gives the response that a status has: its own, that of its range, or default, which stands for a success only where no success is named.</summary>
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

    /// <summary>Lists the responses of a range.</summary>
    public IReadOnlyList<DiffResponse> Within(string range) =>
        range.EndsWith("XX", StringComparison.Ordinal)
            ? [.. All.Where(response => !response.IsRange && response.Status[0] == range[0])]
            : [];
}
