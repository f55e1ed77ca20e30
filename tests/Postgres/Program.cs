using System.Globalization;
using Pinterest.OpenApi.Unit.Mcp.Support;

// Child processes that tests kill, or let race.
switch (args)
{
    case [StoreProcess.Verb, var place, var agent, var calls]:
        using (var other = new OtherMachine(place))
        {
            await StoreProcess.RunAsync(other.Log, agent, int.Parse(calls, CultureInfo.InvariantCulture));
        }

        return 0;
    case [OtherMachine.Verb, var place, var agent, var hash]:
        using (var other = new OtherMachine(place))
        {
            await other.RaceAsync(agent, hash);
        }

        return 0;
    default:
        return 2;
}
