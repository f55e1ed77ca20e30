using Pinterest.OpenApi.Mcp.Commands;

return await McpApplication.RunAsync(args, Console.Out, Console.Error);
