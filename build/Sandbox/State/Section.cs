namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>A section of a board.</summary>
internal sealed record Section(string Id, long Order, string BoardId, string Name) : IEntity;
