using System.Globalization;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Spec.Generation.Emit;

/// <summary>Writes the class Operations: what the description says of each operation, grouped so that a call loads its own group only.</summary>
internal static class OperationsEmitter
{
    public static string Emit(IReadOnlyList<NamedOperation> operations)
    {
        var text = CSharpText.Begin(CSharpText.MetadataNamespace);
        text.Line("/// <summary>What Pinterest's description says of each operation.</summary>");
        text.Line("public static partial class Operations");
        text.Line("{");
        text.Line("    /// <summary>Gets all operations, group by group.</summary>");
        text.Line(
            $"    public static System.Collections.Generic.IReadOnlyList<Operation> All {{ get; }} = {CSharpText.List(operations.OrderBy(o => o.Group, StringComparer.Ordinal).Select(o => $"{o.Group}.{o.Method}"))};"
        );
        foreach (
            var group in operations
                .GroupBy(operation => operation.Group)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
        )
        {
            text.Line();
            text.Line($"    /// <summary>The operations of the group {group.Key}.</summary>");
            text.Line($"    public static class {group.Key}");
            text.Line("    {");
            foreach (var (operation, i) in group.Select((operation, i) => (operation, i)))
            {
                if (i > 0)
                {
                    text.Line();
                }

                text.Line(
                    $"        /// <summary>Gets <c>{operation.Facts.Method} {operation.Facts.Path}</c>, operation <c>{operation.Facts.Id}</c>.</summary>"
                );
                text.Line(
                    $"        public static Operation {operation.Method} {{ get; }} = {Create(operation.Facts)};"
                );
            }

            text.Line("    }");
        }

        return text.Line("}").ToString();
    }

    private static string Create(OperationFacts facts)
    {
        string[] arguments =
        [
            CSharpText.Literal(facts.Id),
            $"System.Net.Http.HttpMethod.{char.ToUpperInvariant(facts.Method[0])}{facts.Method[1..].ToLowerInvariant()}",
            CSharpText.Literal(facts.Path),
            CSharpText.Literal(facts.Group),
            $"OperationAccess.{(facts.IsRead ? "Read" : "Write")}",
            CSharpText.List(
                facts.Security.Select(alternative =>
                    $"new({CSharpText.Literal(alternative.Scheme)}, {CSharpText.List(alternative.Scopes.Select(CSharpText.Literal))})"
                )
            ),
            CSharpText.Literal(facts.RateCategory),
            facts.IsInSandbox is { } isInSandbox ? CSharpText.Literal(isInSandbox) : "null",
            CSharpText.Literal(facts.IsPaged),
            facts.MaximumPageSize?.ToString(CultureInfo.InvariantCulture) ?? "null",
            CSharpText.List(facts.SuccessCodes),
            CSharpText.List(
                facts.Parameters.Select(parameter =>
                    $"new({CSharpText.Literal(parameter.Name)}, ParameterStyle.{parameter.Style}, {CSharpText.Literal(parameter.IsRequired)})"
                )
            ),
            CSharpText.Literal(facts.BodyType),
            CSharpText.Literal(facts.IsDeprecated),
        ];
        return $"new({string.Join(", ", arguments)})";
    }
}
