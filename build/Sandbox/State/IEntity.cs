namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>Something that the sandbox keeps. Entities do not change: a change puts another one in its place.</summary>
internal interface IEntity
{
    string Id { get; }

    /// <summary>Gets its place among its kind: what came later is greater.</summary>
    long Order { get; }
}
