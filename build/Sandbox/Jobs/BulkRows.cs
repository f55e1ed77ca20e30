using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>Makes the rows of bulk downloads, and of the results of bulk upserts.</summary>
internal static class BulkRows
{
    private const int MadeUpEntities = 3;
    private const int Most = 100_000;

    private static readonly string[] DownloadColumns = ["entity_type", "id", "ad_account_id", "name", "status"];
    private static readonly string[] UpsertColumns = ["action", "entity_type", "index", "id", "status"];

    /// <summary>Refuses a request whose file would be too large.</summary>
    /// <exception cref="SandboxError">501: it would have more than 100,000 rows.</exception>
    public static void CheckCount(int rows)
    {
        if (rows > Most)
        {
            throw new SandboxError(
                StatusCodes.Status501NotImplemented,
                0,
                $"The result would have {rows} rows; the sandbox allows at most {Most}. Request less."
            );
        }
    }

    /// <summary>Makes the rows of a download: the entities that were asked for, or some of each type.</summary>
    public static JobTable OfDownload(string account, IReadOnlyList<string> types, IReadOnlyList<string> ids) =>
        new(
            DownloadColumns,
            types.SelectMany(type =>
                (ids.Count > 0 ? ids : MadeUp(account, type)).Select(id =>
                    (IReadOnlyList<JValue>)
                        [
                            new JValue(type),
                            new JValue(id),
                            new JValue(account),
                            new JValue($"{type}, {id}"),
                            new JValue("ACTIVE"),
                        ]
                )
            )
        );

    /// <summary>Counts the entities of the body of an upsert.</summary>
    public static IReadOnlyList<BulkCount> Counts(JObject body) =>
        [
            .. new[] { "create", "update" }.SelectMany(action =>
                (body[action] as JObject ?? [])
                    .Properties()
                    .Where(member => member.Value is JArray)
                    .Select(member => new BulkCount(
                        action.ToUpperInvariant(),
                        member.Name,
                        ((JArray)member.Value).Count
                    ))
            ),
        ];

    /// <summary>Makes the rows of the result of an upsert: one for each entity.</summary>
    public static JobTable OfUpsert(string account, IReadOnlyList<BulkCount> counts) =>
        new(
            UpsertColumns,
            counts.SelectMany(entry =>
                Enumerable
                    .Range(0, entry.Count)
                    .Select(index =>
                        (IReadOnlyList<JValue>)
                            [
                                new JValue(entry.Action),
                                new JValue(entry.Type),
                                new JValue(index),
                                new JValue(AdsFigures.MadeUpId($"{account} {entry.Action} {entry.Type} {index}")),
                                new JValue("SUCCEEDED"),
                            ]
                    )
            )
        );

    private static IReadOnlyList<string> MadeUp(string account, string type) =>
        [.. Enumerable.Range(1, MadeUpEntities).Select(number => AdsFigures.MadeUpId($"{account} {type}_ID {number}"))];
}
