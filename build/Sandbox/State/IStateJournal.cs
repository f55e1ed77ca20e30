namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>Keeps changes from one start to the next. A change is written here before anybody sees it.</summary>
internal interface IStateJournal
{
    /// <summary>Gets the entities that were kept from the starts before.</summary>
    IReadOnlyList<IEntity> Kept { get; }

    /// <summary>Gets the last order that was given out at the starts before.</summary>
    long KeptLastOrder { get; }

    /// <summary>Gets what could not be read of the starts before.</summary>
    IReadOnlyList<string> Warnings { get; }

    void Put(IEntity entity);

    void Remove(IEntity entity);
}
