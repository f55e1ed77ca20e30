using System.Globalization;
using Pinterest.OpenApi.Spec.Generation.Documentation;
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
        var sorted = NamedOperation.ByGroup(operations).ToList();
        var all = CSharpCode.List(sorted.Select(o => CSharpCode.Of($"{o.Group}.{o.Method}")));
        var file = new CSharpFile(CSharpFile.MetadataNamespace);
        file.Line($"/// <summary>The facts of each operation in Pinterest's description.</summary>");
        file.Line($"public static partial class Operations");
        file.Line($"{{");
        file.Line($"    /// <summary>Gets all operations, group by group.</summary>");
        file.Line($"    public static System.Collections.Generic.IReadOnlyList<Operation> All {{ get; }} = {all};");
        foreach (var group in sorted.GroupBy(operation => operation.Group))
        {
            file.Line();
            file.Line($"    /// <summary>The operations of the group {group.Key}.</summary>");
            file.Line($"    public static class {group.Key}");
            file.Line($"    {{");
            foreach (var (operation, i) in group.Select((operation, i) => (operation, i)))
            {
                if (i > 0)
                {
                    file.Line();
                }

                file.Line($"        /// {Summary(operation.Facts)}");
                file.Line(
                    $"        public static Operation {operation.Method} {{ get; }} = {Create(operation.Facts)};"
                );
            }

            file.Line($"    }}");
        }

        return file.Line($"}}").ToString();
    }

    private static XmlText Summary(OperationFacts facts) =>
        XmlText.Of($"<summary>Gets <c>{facts.Method} {facts.Path}</c>, operation <c>{facts.Id}</c>.</summary>");

    // Facts that are absent are left out, since null and false are their defaults:
    // { Id = "pins/get", Method = System.Net.Http.HttpMethod.Get, Path = "/pins/{pin_id}", ... }
    private static CSharpCode Create(OperationFacts facts)
    {
        var access = CSharpCode.Identifier(facts.IsRead ? "Read" : "Write");
        IEnumerable<CSharpCode?> values =
        [
            CSharpCode.Of($"Id = {CSharpCode.Literal(facts.Id)}"),
            CSharpCode.Of($"Method = System.Net.Http.HttpMethod.{Capitalise(facts.Method)}"),
            CSharpCode.Of($"Path = {CSharpCode.Literal(facts.Path)}"),
            CSharpCode.Of($"Group = {CSharpCode.Literal(facts.Group)}"),
            CSharpCode.Of($"Access = OperationAccess.{access}"),
            CSharpCode.Of($"Security = {CSharpCode.List(facts.Security.Select(Create))}"),
            CSharpCode.Of($"SuccessCodes = {CSharpCode.List(Statuses(facts.SuccessCodes))}"),
            facts.EmptySuccessCodes.Count > 0
                ? CSharpCode.Of($"EmptySuccessCodes = {CSharpCode.List(Statuses(facts.EmptySuccessCodes))}")
                : null,
            CSharpCode.Of($"Parameters = {CSharpCode.List(facts.Parameters.Select(Create))}"),
            facts.RateCategory is { } category ? CSharpCode.Of($"RateCategory = {CSharpCode.Literal(category)}") : null,
            facts.IsInSandbox is { } flag ? CSharpCode.Of($"IsInSandbox = {CSharpCode.Literal(flag)}") : null,
            facts.IsPaged ? CSharpCode.Of($"IsPaged = true") : null,
            facts.MaximumPageSize is { } size ? CSharpCode.Of($"MaximumPageSize = {CSharpCode.Literal(size)}") : null,
            facts.BodyType is { } body ? CSharpCode.Of($"BodyType = {CSharpCode.Literal(body)}") : null,
            facts.IsDeprecated ? CSharpCode.Of($"IsDeprecated = true") : null,
        ];
        return CSharpCode.Of($"new() {{ {CSharpCode.Join(values.OfType<CSharpCode>())} }}");
    }

    // A range such as 2XX is no status.
    private static IEnumerable<CSharpCode> Statuses(IEnumerable<string> codes) =>
        codes
            .Select(code =>
                int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 0
            )
            .Where(status => status > 0)
            .Select(status => CSharpCode.Literal(status));

    private static CSharpCode Create(SecurityAlternative alternative)
    {
        var scheme = CSharpCode.Literal(alternative.Scheme);
        return CSharpCode.Of($"new({scheme}, {CSharpCode.List(alternative.Scopes.Select(CSharpCode.Literal))})");
    }

    private static CSharpCode Create(OperationParameter parameter)
    {
        var name = CSharpCode.Literal(parameter.Name);
        var style = CSharpCode.Identifier(parameter.Style.ToString());
        var made = CSharpCode.Of($"new({name}, ParameterStyle.{style}, {CSharpCode.Literal(parameter.IsRequired)})");
        CSharpCode?[] values = [Limit("Minimum", parameter.Minimum), Limit("Maximum", parameter.Maximum)];
        var limits = values.OfType<CSharpCode>().ToList();
        return limits.Count == 0 ? made : CSharpCode.Of($"{made} {{ {CSharpCode.Join(limits)} }}");
    }

    // Only whole numbers are compared; a limit that is none is left to Pinterest.
    private static CSharpCode? Limit(string name, decimal? value) =>
        value is { } limit && decimal.IsInteger(limit) && limit is >= long.MinValue and <= long.MaxValue
            ? CSharpCode.Of($"{CSharpCode.Identifier(name)} = {CSharpCode.Literal((long)limit)}")
            : null;

    // GET becomes Get, the name of the property of HttpMethod.
    private static CSharpCode Capitalise(string method) =>
        CSharpCode.Identifier(char.ToUpperInvariant(method[0]) + method[1..].ToLowerInvariant());
}
