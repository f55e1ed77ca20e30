using System.Globalization;
using System.Text.Json;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Approvals;

/// <summary>
/// What a person is shown, as it is stored. It is refused rather than cut when it is too much: a yes must not cover what
/// was not shown.
/// </summary>
internal static class ApprovalSummary
{
    /// <summary>The longest name of a line: 200 characters. A longer one would be cut where a person reads it.</summary>
    public const int LongestName = 200;

    private const int MostLines = 100;
    private const int LongestText = 4_000;
    private const int LargestPicture = 1024 * 1024;

    public static void Check(CallSummary summary)
    {
        if (
            summary.Lines.Count > MostLines
            || summary.Action.Length > LongestText
            || summary.Picture is { Length: > LongestText }
            || summary.Lines.Any(line =>
                line.Name.Length > LongestName || line.Name.Length + line.Text.Length > LongestText
            )
            || summary.PictureBytes is { Length: > LargestPicture }
        )
        {
            throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The call is too large to be shown to a person: at most {MostLines} lines of {LongestText:N0} "
                        + $"characters with names of {LongestName}, and a picture of 1 MiB. Send less in one call."
                )
            );
        }
    }

    public static string Write(CallSummary summary) =>
        JsonSerializer.Serialize(
            new StoredSummary(summary.Action, [.. summary.Lines], summary.Picture),
            StoredSummaryJson.Default.StoredSummary
        );

    public static CallSummary Read(string json, byte[]? picture)
    {
        var stored = JsonSerializer.Deserialize(json, StoredSummaryJson.Default.StoredSummary);
        return new CallSummary
        {
            Action = stored?.Action ?? "",
            Lines = stored?.Lines ?? [],
            Picture = stored?.Picture,
            PictureBytes = picture,
        };
    }
}
