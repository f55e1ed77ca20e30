using System.Globalization;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Spec.Generation.Emit;

/// <summary>
/// Writes the class Operations: what the description says of each operation, grouped so that a call loads its own
/// group only.
/// </summary>
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
            $"    public static System.Collections.Generic.IReadOnlyList<Operation> All {{ get; }} = "
                + $"{CSharpText.List(operations.OrderBy(o => o.Group, StringComparer.Ordinal).Select(o => $"{o.Group}.{o.Method}"))};"
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
                    $"        /// <summary>Gets <c>{operation.Facts.Method} "
                        + $"{operation.Facts.Path}</c>, operation <c>{operation.Facts.Id}</c>.</summary>"
                );
                text.Line(
                    $"        public static Operation {operation.Method} {{ get; }} = {Create(operation.Facts)};"
                );
            }

            text.Line("    }");
        }

        return text.Line("}").ToString();
    }

    // Facts that are absent are left out, since null and false are their defaults:
    // { Id = "pins/get", Method = System.Net.Http.HttpMethod.Get, Path = "/pins/{pin_id}", ... }
    private static string Create(OperationFacts facts)
    {
        var values = new List<string>
        {
            $"Id = {CSharpText.Literal(facts.Id)}",
            $"Method = System.Net.Http.HttpMethod.{Capitalise(facts.Method)}",
            $"Path = {CSharpText.Literal(facts.Path)}",
            $"Group = {CSharpText.Literal(facts.Group)}",
            $"Access = OperationAccess.{(facts.IsRead ? "Read" : "Write")}",
            $"Security = {CSharpText.List(facts.Security.Select(Create))}",
            $"SuccessCodes = {CSharpText.List(facts.SuccessCodes)}",
            $"Parameters = {CSharpText.List(facts.Parameters.Select(Create))}",
        };
        AddIf(facts.RateCategory is not null, $"RateCategory = {CSharpText.Literal(facts.RateCategory)}");
        AddIf(facts.IsInSandbox is not null, $"IsInSandbox = {CSharpText.Literal(facts.IsInSandbox is true)}");
        AddIf(facts.IsPaged, "IsPaged = true");
        AddIf(
            facts.MaximumPageSize is not null,
            string.Create(CultureInfo.InvariantCulture, $"MaximumPageSize = {facts.MaximumPageSize}")
        );
        AddIf(facts.BodyType is not null, $"BodyType = {CSharpText.Literal(facts.BodyType)}");
        AddIf(facts.IsDeprecated, "IsDeprecated = true");
        return $"new() {{ {string.Join(", ", values)} }}";

        void AddIf(bool isThere, string value)
        {
            if (isThere)
            {
                values.Add(value);
            }
        }
    }

    private static string Create(SecurityAlternative alternative) =>
        $"new({CSharpText.Literal(alternative.Scheme)}, {CSharpText.List(alternative.Scopes.Select(CSharpText.Literal))})";

    private static string Create(OperationParameter parameter) =>
        $"new({CSharpText.Literal(parameter.Name)}, ParameterStyle.{parameter.Style}, {CSharpText.Literal(parameter.IsRequired)})";

    // GET becomes Get, the name of the property of HttpMethod.
    private static string Capitalise(string method) =>
        char.ToUpperInvariant(method[0]) + method[1..].ToLowerInvariant();
}
