namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>Where changes are told before they are made.</summary>
internal interface IStateJournal
{
    void Put(IEntity entity);

    void Remove(IEntity entity);
}
