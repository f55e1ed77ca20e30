namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>Keeps nothing: for a sandbox without a state file.</summary>
internal sealed class NoJournal : IStateJournal
{
    public IReadOnlyList<IEntity> Kept => [];

    public long KeptLastOrder => 0;

    public IReadOnlyList<string> Warnings => [];

    public void Put(IEntity entity) { }

    public void Remove(IEntity entity) { }
}
