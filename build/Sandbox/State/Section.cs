namespace Pinterest.OpenApi.Sandbox.State;

internal sealed record Section(string Id, long Order, string BoardId, string Name) : IEntity;
