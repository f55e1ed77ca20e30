using Pinterest.OpenApi.Spec.Generation.Documentation;

namespace Pinterest.OpenApi.Spec.Generation.Emit;

/// <summary>
/// Writes the part of AnalyticsRow that has one property for each column that the description lists, so that a figure
/// has a type although the model of its row does not list it.
/// </summary>
internal static class ColumnsEmitter
{
    /// <summary>The class that gets the properties.</summary>
    public const string Type = "AnalyticsRow";

    public static string Emit(IEnumerable<ReportColumn> columns)
    {
        var file = new CSharpFile(CSharpFile.ClientNamespace);
        file.Line($"public sealed partial class AnalyticsRow");
        file.Line($"{{");
        foreach (var (column, i) in columns.Select((column, i) => (column, i)))
        {
            if (i > 0)
            {
                file.Line();
            }

            var name = CSharpCode.Identifier(column.Name);
            var type = CSharpCode.Identifier(TypeOf(column));
            var accessor = CSharpCode.Identifier(column.Accessor);
            file.Line($"    /// {Summary(column)}");
            file.Line($"    public {type}? {name} => {accessor}({CSharpCode.Literal(column.Value)});");
        }

        return file.Line($"}}").ToString();
    }

    private static string TypeOf(ReportColumn column) =>
        column.Accessor switch
        {
            "Text" => "string",
            "Long" => "long",
            _ => "decimal",
        };

    private static XmlText Summary(ReportColumn column) =>
        XmlText.Of($"<summary>Gets the column <c>{column.Value}</c>; null when the row does not have it.</summary>");
}
