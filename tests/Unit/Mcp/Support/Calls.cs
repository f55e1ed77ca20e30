using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Unit.Mcp.Support;

/// <summary>Calls and grants of tests.</summary>
internal static class Calls
{
    public const string Agent = "blog-helper";

    /// <summary>A call that reads the boards.</summary>
    public static AgentCall Read(Area area = Area.Boards) =>
        new()
        {
            Tool = "pinterest_list_boards",
            Area = area,
            Kind = CallKind.Read,
            Operations = ["boards/list"],
            Arguments = "{}",
            Summary = new CallSummary { Action = "listed the boards" },
        };

    /// <summary>A call that puts a Pin on board 7.</summary>
    public static AgentCall CreatePin() =>
        new()
        {
            Tool = "pinterest_create_pin",
            Area = Area.Pins,
            Kind = CallKind.Write,
            Operations = ["pins/create"],
            LookUps = ["boards/get"],
            IsCreation = true,
            IsVisible = true,
            Boards = ["7"],
            Arguments = """{"board":"7","title":"A Pin"}""",
            Summary = new CallSummary { Action = "put a Pin on the board \"Kitchens\"" },
        };

    /// <summary>A call of an operation that no tool covers.</summary>
    public static AgentCall Outside(string operation, CallKind kind = CallKind.Write) =>
        new()
        {
            Tool = "pinterest_write_operation",
            Area = Area.Ads,
            Kind = kind,
            Operations = [operation],
            IsOutsideOfTools = true,
            Arguments = "{}",
        };

    /// <summary>A grant of everything but money, secret boards and files, which asks nobody.</summary>
    public static AgentGrant Everything() => All(AreaAccess.Full) with { Ask = [] };

    /// <summary>A grant of all areas.</summary>
    public static AgentGrant All(AreaAccess access) =>
        new() { Agent = Agent, Areas = Enum.GetValues<Area>().ToDictionary(area => area, _ => access) };

    /// <summary>Decides of a call that was completed, in the year 2027.</summary>
    public static CallDecision Decide(AgentGrant? grant, AgentCall call, GrantContext? context = null) =>
        GrantRules.Decide(grant, call, context ?? Context());

    public static GrantContext Context() => new() { Now = Now, IsComplete = true };

    public static DateTimeOffset Now { get; } = new(2027, 1, 1, 12, 0, 0, TimeSpan.Zero);
}
