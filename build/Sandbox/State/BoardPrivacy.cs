namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>The values of a board's privacy.</summary>
internal static class BoardPrivacy
{
    public const string Public = "PUBLIC";
    public const string Protected = "PROTECTED";
    public const string Secret = "SECRET";
}
