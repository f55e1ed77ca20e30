namespace Pinterest.OpenApi.Spec.Generation.Emit;

/// <summary>Writes the part of PinterestClient that has one property for each group, and its interface.</summary>
internal static class FacadeEmitter
{
    public static string Emit(IReadOnlyList<NamedOperation> operations)
    {
        var groups = NamedOperation.ByGroup(operations).Select(operation => operation.Group).Distinct().ToList();
        var file = new CSharpFile(CSharpFile.ClientNamespace);
        file.Line(
            $"/// <summary>The Pinterest API, with one property for each group of operations. Tests can replace "
                + $"it.</summary>"
        );
        file.Line($"public partial interface IPinterestClient");
        file.Line($"{{");
        foreach (var (group, i) in groups.Select((group, i) => (group, i)))
        {
            if (i > 0)
            {
                file.Line();
            }

            file.Line($"    /// <summary>Gets the operations of the group {group}.</summary>");
            file.Line($"    I{group}Client {group} {{ get; }}");
        }

        file.Line($"}}").Line();
        file.Line($"public sealed partial class PinterestClient");
        file.Line($"{{");
        foreach (var group in groups)
        {
            file.Line($"    private {group}Client? {Field(group)};");
        }

        foreach (var group in groups)
        {
            file.Line();
            file.Line($"    /// <inheritdoc/>");
            file.Line($"    public I{group}Client {group} => {Field(group)} ??= new(_connection);");
        }

        return file.Line($"}}").ToString();
    }

    private static CSharpCode Field(CSharpCode group)
    {
        var name = group.ToString();
        return CSharpCode.Identifier($"_{char.ToLowerInvariant(name[0])}{name[1..]}");
    }
}
