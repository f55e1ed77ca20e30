using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// Reads a report from its request to its rows. A request that one report cannot answer is cut into parts, which are
/// made and read one after the other.
/// </summary>
internal sealed class ReportReader(
    PinterestConnection connection,
    ReportKind kind,
    ReportOptions options,
    IProgress<ReportProgress>? progress
)
{
    private readonly ReportJob _job = new(connection, kind, options);
    private readonly ReportDownload _download = new(connection, options);

    /// <summary>Cuts a request into the requests of its parts.</summary>
    /// <exception cref="ArgumentException">The request has no valid range, or cannot be cut.</exception>
    public IReadOnlyList<JObject> Cut<T>(T request)
        where T : PinterestModel
    {
        var today = DateOnly.FromDateTime(connection.Options.TimeProvider.GetUtcNow().UtcDateTime);
        using var text = new StringReader(PinterestJson.Serialize(request));
        using var reader = new JsonTextReader(text) { DateParseHandling = DateParseHandling.None };
        var slices = ReportRange.Cut(JObject.Load(reader), options, today, kind);
        return kind == ReportKind.Ads ? [.. slices.SelectMany(ReportFilters.Cut)] : [.. slices];
    }

    /// <summary>Makes the reports and reads their rows.</summary>
    /// <param name="adAccountId">The ad account, where the operations have one.</param>
    /// <param name="parameters">The other parameters of the request.</param>
    /// <param name="parts">The bodies of the requests; null for a request without one.</param>
    /// <param name="cancellationToken">Ends everything.</param>
    public async IAsyncEnumerable<AnalyticsRow> ReadAsync(
        string? adAccountId,
        IReadOnlyList<KeyValuePair<string, object?>> parameters,
        IReadOnlyList<JObject?> parts,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        List<KeyValuePair<string, object?>> all = [new("ad_account_id", adAccountId), .. parameters];
        var rows = 0L;
        for (var i = 0; i < parts.Count; i++)
        {
            Report(ReportStage.Creating);
            var token = await _job.CreateAsync(all, parts[i], cancellationToken).ConfigureAwait(false);
            Report(ReportStage.Waiting);
            var address = await _job.WaitAsync(token, adAccountId, cancellationToken).ConfigureAwait(false);
            Report(ReportStage.Reading);
            await foreach (var row in ReadFileAsync(address, cancellationToken).ConfigureAwait(false))
            {
                rows++;
                yield return row;
            }

            if (i == parts.Count - 1)
            {
                Report(ReportStage.Done);
            }

            void Report(ReportStage stage) => progress?.Report(new ReportProgress(stage, i + 1, parts.Count, rows));
        }
    }

    /// <summary>Reads the rows of a file.</summary>
    public async IAsyncEnumerable<AnalyticsRow> ReadFileAsync(
        Uri address,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var content = await _download.OpenAsync(address, cancellationToken).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            await foreach (var row in ReportRows.ReadAsync(content, options, cancellationToken).ConfigureAwait(false))
            {
                yield return row;
            }
        }
    }
}
