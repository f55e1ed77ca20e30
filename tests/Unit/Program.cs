using System.Globalization;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Storage;
using Pinterest.OpenApi.Unit.House;
using Pinterest.OpenApi.Unit.Mcp.Support;
using Pinterest.OpenApi.Unit.Support;

// Two things that a test host cannot be: a table for people, and a child process that a test kills.
switch (args)
{
    case ["shape"]:
        new ShapeTable(Repository.Root).Print(Console.Out);
        return 0;
    case ["shape", var checkout]:
        new ShapeTable(Path.GetFullPath(checkout)).Print(Console.Out);
        return 0;
    case ["call-until-killed", var address, var folder, var user]:
        await CallingProcess.RunAsync(new Uri(address), folder, user);
        return 0;
    case [StoreProcess.Verb, var file, var agent, var calls]:
        using (var store = new AgentStore(file, new AgentStoreOptions { BusyTimeout = TimeSpan.FromSeconds(30) }))
        {
            var log = new SqliteAuditLog(store);
            await StoreProcess.RunAsync(log, agent, int.Parse(calls, CultureInfo.InvariantCulture));
        }

        return 0;
    default:
        Console.Error.WriteLine("usage: dotnet run --project tests/Unit -- shape [CHECKOUT]");
        return 2;
}
