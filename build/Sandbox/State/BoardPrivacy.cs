namespace Pinterest.OpenApi.Sandbox.State;

internal static class BoardPrivacy
{
    public const string Public = "PUBLIC";
    public const string Protected = "PROTECTED";
    public const string Secret = "SECRET";
}
