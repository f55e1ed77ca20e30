namespace Pinterest.OpenApi.Redis.Connection;

/// <summary>A script of the server. Running it twice does what running it once does.</summary>
/// <param name="Text">Its text, in Lua.</param>
/// <param name="IsReadOnly">Whether it writes nothing, so that its success says nothing of a server that is full.</param>
internal sealed record RedisScript(string Text, bool IsReadOnly = false);
