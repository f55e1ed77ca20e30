namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>Tells by its name what a column of an ads report holds.</summary>
internal static class AdsColumns
{
    // The words of figures that are no counts, so their value for a week is not the sum of its days.
    private static readonly HashSet<string> Averages = new(StringComparer.Ordinal)
    {
        "AVERAGE",
        "AVG",
        "COST",
        "CPA",
        "CPC",
        "CPCV",
        "CPM",
        "CPV",
        "CTR",
        "ECPA",
        "ECPC",
        "ECPCV",
        "ECPM",
        "ECPV",
        "ECTR",
        "FREQUENCY",
        "MULTIPLIER",
        "PER",
        "PERCENT",
        "PRICE",
        "RATE",
        "ROAS",
    };

    // The last words of columns that hold a text.
    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal)
    {
        "BRAND",
        "CATEGORY",
        "CURRENCY",
        "DESCRIPTION",
        "GROUP",
        "LABEL",
        "LABELS",
        "NAME",
        "OPTIMIZATION",
        "STATUS",
        "TAG",
        "TYPE",
        "URL",
    };

    public static AdsColumnKind Kind(string column)
    {
        if (column == "CAMPAIGN" || column.EndsWith("_ID", StringComparison.Ordinal))
        {
            return AdsColumnKind.Id;
        }

        if (column.StartsWith("IS_", StringComparison.Ordinal))
        {
            return AdsColumnKind.Flag;
        }

        if (column.Contains("_IN_MICRO_", StringComparison.Ordinal))
        {
            return AdsColumnKind.MicroMoney;
        }

        if (column.Contains("_IN_", StringComparison.Ordinal))
        {
            return AdsColumnKind.Money;
        }

        var words = column.Split('_');
        if (Texts.Contains(words[^1]))
        {
            return AdsColumnKind.Text;
        }

        return words.Any(Averages.Contains) ? AdsColumnKind.Average : AdsColumnKind.Count;
    }

    /// <summary>Tells whether a figure of several days is that of the first one, and not their sum.</summary>
    public static bool IsAverage(string column) => column.Split('_').Any(Averages.Contains);

    /// <summary>Gives a text of a text column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="id">The entity of the row.</param>
    public static string Text(string column, string id) =>
        column switch
        {
            "AD_STATUS" or "PIN_PROMOTION_STATUS" => "APPROVED",
            _ when Ends(column, "ENTITY_STATUS") => "ACTIVE",
            _ when Ends(column, "STATUS") => "RUNNING",
            _ when Ends(column, "OBJECTIVE_TYPE") => "AWARENESS",
            _ when Ends(column, "BUDGET_TYPE") => "DAILY",
            _ when Ends(column, "CURRENCY") => "USD",
            _ when Ends(column, "URL") => $"https://example.com/{id}",

            // A comma, so that a reader of CSV that splits at commas shows itself.
            _ when Ends(column, "NAME") => $"{Words(column)}, {id}",
            _ => Words(column),
        };

    private static bool Ends(string column, string end) => column.EndsWith(end, StringComparison.Ordinal);

    // Example: AD_GROUP_NAME is Ad group name.
    private static string Words(string column) => column[0] + column[1..].Replace('_', ' ').ToLowerInvariant();
}
