namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>Where changes are told before they are made.</summary>
internal interface IStateJournal
{
    void Put(IEntity entity);

    void Remove(IEntity entity);
}

/// <summary>Forgets everything: a sandbox without a state file.</summary>
internal sealed class NoJournal : IStateJournal
{
    public void Put(IEntity entity) { }

    public void Remove(IEntity entity) { }
}
