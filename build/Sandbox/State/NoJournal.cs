namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>Forgets everything: a sandbox without a state file.</summary>
internal sealed class NoJournal : IStateJournal
{
    public void Put(IEntity entity) { }

    public void Remove(IEntity entity) { }
}
