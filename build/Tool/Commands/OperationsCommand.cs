using System.CommandLine;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Tool.Output;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>The endpoint reference.</summary>
internal static class OperationsCommand
{
    public static Command Create(TextWriter output)
    {
        var text = CommonOptions.OptionalArgument("TEXT", "A text that operationId, path or group contain.");
        var method = new Option<string?>("--method") { Description = "The HTTP method.", HelpName = "METHOD" };
        CommonOptions.OneOf(method, "GET", "POST", "PATCH", "DELETE", "PUT", "get", "post", "patch", "delete", "put");
        var access = new Option<string?>("--access") { Description = "Whether it changes anything." };
        CommonOptions.OneOf(access, "read", "write");
        var scope = new Option<string?>("--scope")
        {
            Description = "A scope that it asks for, for example pins:read.",
            HelpName = "SCOPE",
        };
        var group = new Option<string?>("--group") { Description = "The group, for example pins.", HelpName = "GROUP" };
        var sandbox = new Option<bool?>("--sandbox")
        {
            Description = "Whether Pinterest's sandbox serves it; --sandbox false for those it does not.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var paged = new Option<bool?>("--paged")
        {
            Description = "Whether it is paged; --paged false for those that are not.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var description = new Option<string?>("--description")
        {
            Description = "Another description: a file, an https address or a stored version. Default: the pinned one.",
            HelpName = "DESCRIPTION",
        };
        var format = CommonOptions.Format("text", "markdown", "json");
        var repository = CommonOptions.Repository();
        var command = new Command(
            "operations",
            """
            Lists the operations of a description with what it says of each: scopes, rate category, sandbox, paging.

            Example: pinterest-openapi operations --group pins --access write
            """
        )
        {
            text,
            method,
            access,
            scope,
            group,
            sandbox,
            paged,
            description,
            format,
            repository,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var filter = new OperationFilter
                {
                    Text = parsed.GetValue(text),
                    Method = parsed.GetValue(method),
                    Access = parsed.GetValue(access),
                    Scope = parsed.GetValue(scope),
                    Group = parsed.GetValue(group),
                    Sandbox = parsed.GetResult(sandbox) is null ? null : parsed.GetValue(sandbox) ?? true,
                    Paged = parsed.GetResult(paged) is null ? null : parsed.GetValue(paged) ?? true,
                };
                var from = await DescriptionCatalog
                    .OpenAsync(
                        () => CommonOptions.Layout(parsed.GetValue(repository)),
                        parsed.GetValue(description),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                var operations = OperationCatalogue.Read(from.Root).All;
                var report = new OperationsReport(
                    from.Version,
                    operations.Count,
                    [.. operations.Where(filter.Matches)]
                );
                await output.WriteLineAsync(report.Print(parsed.GetValue(format)!)).ConfigureAwait(false);
                return ExitCodes.Good;
            }
        );
        return command;
    }
}
