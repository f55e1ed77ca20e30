namespace Pinterest.OpenApi.Unit.Mcp.Support;

/// <summary>A claim about every store. A file is always there; the tests of a database skip where no server is.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreFactAttribute : FactAttribute;
