namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>A thing that the sandbox keeps. An entity is immutable: a change puts another one in its place.</summary>
internal interface IEntity
{
    string Id { get; }

    /// <summary>Gets its place among its kind. A later entity has a greater order.</summary>
    long Order { get; }
}
