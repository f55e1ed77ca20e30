namespace Pinterest.OpenApi.Spec.Generation.Emit;

/// <summary>Writes the part of PinterestClient that has one property for each group, and its interface.</summary>
internal static class FacadeEmitter
{
    public static string Emit(IReadOnlyList<NamedOperation> operations)
    {
        var groups = operations.Select(operation => operation.Group).Distinct().Order(StringComparer.Ordinal).ToList();
        var text = CSharpText.Begin(CSharpText.ClientNamespace);
        text.Line(
            "/// <summary>The Pinterest API, one property for each group of operations; for tests that replace it.</summary>"
        );
        text.Line("public partial interface IPinterestClient");
        text.Line("{");
        foreach (var (group, i) in groups.Select((group, i) => (group, i)))
        {
            if (i > 0)
            {
                text.Line();
            }

            text.Line($"    /// <summary>Gets the operations of the group {group}.</summary>");
            text.Line($"    I{group}Client {group} {{ get; }}");
        }

        text.Line("}").Line();
        text.Line("public sealed partial class PinterestClient");
        text.Line("{");
        foreach (var group in groups)
        {
            text.Line($"    private {group}Client? {Field(group)};");
        }

        foreach (var group in groups)
        {
            text.Line();
            text.Line("    /// <inheritdoc/>");
            text.Line($"    public I{group}Client {group} => {Field(group)} ??= new(_connection);");
        }

        return text.Line("}").ToString();
    }

    private static string Field(string group) => $"_{char.ToLowerInvariant(group[0])}{group[1..]}";
}
