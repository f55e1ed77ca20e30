using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.OAuth;

/// <summary>The app that the sandbox knows.</summary>
internal sealed record SandboxApp(string Id, string Secret) : IEntity
{
    public long Order => 0;

    public override string ToString() => $"app {Id}";
}
