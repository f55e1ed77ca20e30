using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Tool.Output;

/// <summary>Prints operations as a table, Markdown or JSON.</summary>
internal sealed class OperationsReport(string version, int total, IReadOnlyList<OperationFacts> operations)
{
    private static readonly string[] Columns =
    [
        "operation",
        "method",
        "path",
        "access",
        "scopes",
        "client token",
        "category",
        "sandbox",
        "paged",
    ];

    private static readonly string[] NoColumns = [];

    /// <summary>Gets whether the table has a column of base paths. The one of the pinned description is known.</summary>
    public bool ShowsBasePath { get; init; }

    /// <summary>Gets whether the table has a column of the releases that added the operations.</summary>
    public bool ShowsSince { get; init; }

    private IEnumerable<string> Header =>
        [.. Columns, .. ShowsBasePath ? ["base path"] : NoColumns, .. ShowsSince ? ["since"] : NoColumns];

    private string Count => $"{operations.Count} of {Counts.Of(total, "operation")} of {version}";

    public string Print(string format, ConsoleStyle? style = null) =>
        format switch
        {
            "json" => JsonReport.Print(new JArray(operations.Select(ToJson))),
            "markdown" => ToMarkdown(),
            _ => ToText(style ?? ConsoleStyle.Plain),
        };

    private string ToText(ConsoleStyle style)
    {
        var text = new ConsoleText(style);
        var table = new TextTable([.. Header.Select(head => new TextColumn(head))], style.Width);
        foreach (var operation in operations)
        {
            table.Add(Cells(operation));
        }

        if (operations.Count > 0)
        {
            text.Table(table.Print());
        }

        return text.Line(Count, Ink.Strong).ToString();
    }

    private string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append("| ")
            .AppendJoin(" | ", Header)
            .Append(" |\n|")
            .Append(string.Concat(Header.Select(_ => "---|")))
            .Append('\n');
        foreach (var operation in operations)
        {
            text.Append(Markdown.Row(Cells(operation))).Append('\n');
        }

        return text.Append('\n').Append(Markdown.Escape(Count)).ToString();
    }

    private List<string> Cells(OperationFacts operation)
    {
        List<string> cells =
        [
            operation.Id,
            operation.Method,
            operation.Path,
            operation.IsRead ? "read" : "write",
            string.Join(' ', operation.Scopes),
            operation.Security.Any(alternative => alternative.Scheme == "client_credentials") ? "yes" : "no",
            operation.RateCategory ?? "",
            operation.IsInSandbox switch
            {
                true => "yes",
                false => "no",
                null => "",
            },
            Paged(operation),
        ];
        if (ShowsBasePath)
        {
            cells.Add(string.Join(' ', operation.BasePaths.Select(Shown)));
        }

        if (ShowsSince)
        {
            cells.Add(operation.Since ?? "");
        }

        return cells;
    }

    // Example: / where the servers name no path, and /v5.
    private static string Shown(string basePath) => basePath.Length == 0 ? "/" : basePath;

    // Example: yes, up to 250.
    private static string Paged(OperationFacts operation) =>
        operation switch
        {
            { IsPaged: false } => "",
            { MaximumPageSize: { } maximum } => $"yes, up to {maximum}",
            _ => "yes",
        };

    private static JObject ToJson(OperationFacts operation) =>
        new()
        {
            ["id"] = operation.Id,
            ["method"] = operation.Method,
            ["path"] = operation.Path,
            ["basePaths"] = new JArray(operation.BasePaths.Select(Shown)),
            ["group"] = operation.Group,
            ["access"] = operation.IsRead ? "read" : "write",
            ["security"] = new JArray(
                operation.Security.Select(alternative => new JObject
                {
                    ["scheme"] = alternative.Scheme,
                    ["scopes"] = new JArray(alternative.Scopes),
                })
            ),
            ["rateCategory"] = operation.RateCategory,
            ["sandbox"] = operation.IsInSandbox,
            ["paged"] = operation.IsPaged,
            ["maximumPageSize"] = operation.MaximumPageSize,
            ["successCodes"] = new JArray(operation.SuccessCodes),
            ["errorCodes"] = new JArray(operation.ErrorCodes),
            ["deprecated"] = operation.IsDeprecated,
            ["since"] = operation.Since,
        };
}
