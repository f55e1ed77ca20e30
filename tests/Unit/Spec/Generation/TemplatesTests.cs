using System.Text.RegularExpressions;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation;

/// <summary>
/// A template prints names, types, and what a pass has made a literal or a comment. It prints no value of a description
/// as it is, since such a value may hold C#.
/// </summary>
public sealed partial class TemplatesTests
{
    // Names that the naming rules gave, types that NSwag made of them, and its numbers.
    private static readonly string[] NamesAndTypes =
    [
        "Class",
        "ClassName",
        "Classes",
        "Clients",
        "Name",
        "entry.name",
        "form.name",
        "forloop.index0",
        "item",
        "member",
        "known.option",
        "name",
        "operation.ActualOperationName",
        "operation.ExtensionData[\"x-csharp-operation\"]",
        "operation.ExtensionData[\"x-csharp-page-item\"]",
        "operation.ExtensionData[\"x-csharp-pager\"]",
        "options",
        "page",
        "operation.UnwrappedResultType | remove: \"?\"",
        "parameter.Type",
        "parameter.VariableIdentifier",
        "parameters",
        "parent",
        "Properties | size",
        "property.ExtensionData[\"x-csharp-name\"]",
        "property.ExtensionData[\"x-csharp-time-name\"]",
        "property.Type",
        "property.Type | remove: \"?\"",
        "type",
    ];

    // What the passes WriteLiterals and WriteDocumentation have written.
    private static readonly string[] LiteralsAndComments =
    [
        "ExtensionData[\"x-csharp-constructor-documentation\"]",
        "ExtensionData[\"x-csharp-documentation\"]",
        "each",
        "entry.documentation",
        "entry.literal",
        "form.kind",
        "form.value",
        "known.documentation",
        "known.literal",
        "name",
        "operation.ExtensionData[\"x-csharp-documentation\"]",
        "operation.ExtensionData[\"x-csharp-operation-literal\"]",
        "operation.ExtensionData[\"x-csharp-options-documentation\"]",
        "operation.ExtensionData[\"x-csharp-pager-documentation\"]",
        "property.ExtensionData[\"x-csharp-documentation\"]",
        "property.ExtensionData[\"x-csharp-literal\"]",
        "union.property",
        "value",
    ];

    public static TheoryData<string> Templates =>
        [.. Directory.EnumerateFiles(Repository.Layout.Templates, "*.liquid").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_prints_no_value_as_it_is(string template) =>
        Assert.Empty(Printed(template).Except(NamesAndTypes).Except(LiteralsAndComments).Except(Captured(template)));

    // A literal brings its quotes along.
    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_puts_no_quotes_around_what_it_prints(string template) =>
        Assert.DoesNotContain("\"{{", Read(template), StringComparison.Ordinal);

    private static IEnumerable<string> Printed(string template) =>
        Output().Matches(Read(template)).Select(match => match.Groups["what"].Value.Trim());

    // What a template puts together itself; what that prints is checked where it is put together.
    private static IEnumerable<string> Captured(string template) =>
        Capture().Matches(Read(template)).Select(match => match.Groups["name"].Value);

    private static string Read(string template) =>
        File.ReadAllText(Path.Combine(Repository.Layout.Templates, template));

    [GeneratedRegex(@"\{\{-?(?<what>[^}]*)\}\}")]
    private static partial Regex Output();

    [GeneratedRegex(@"\{%-? capture (?<name>\w+)")]
    private static partial Regex Capture();
}
