namespace Pinterest.OpenApi;

/// <summary>
/// Marks the constructor of a model that is about to be read from JSON. It sets no required member, because a response
/// may leave out what was promised.
/// </summary>
internal readonly struct Unread;
