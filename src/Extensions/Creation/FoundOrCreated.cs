namespace Pinterest.OpenApi;

/// <summary>The result of a search by name, with a creation when nothing was found.</summary>
/// <typeparam name="T">Board or BoardSection.</typeparam>
/// <param name="Item">The board or section.</param>
/// <param name="WasCreated">Whether this call created it. It is also true when the creation had no response and the
/// search found it.</param>
public sealed record FoundOrCreated<T>(T Item, bool WasCreated);
