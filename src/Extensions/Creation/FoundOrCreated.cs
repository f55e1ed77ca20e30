namespace Pinterest.OpenApi;

/// <summary>A thing that was looked for by its name, and created where there was none.</summary>
/// <typeparam name="T">Board or BoardSection.</typeparam>
/// <param name="Item">The thing.</param>
/// <param name="WasCreated">Whether this call created it. After a creation without a response that was found
/// nevertheless, this is true.</param>
public sealed record FoundOrCreated<T>(T Item, bool WasCreated);
