namespace Pinterest.OpenApi;

/// <summary>A user must sign in again.</summary>
public sealed class ReauthorizationEventArgs : EventArgs
{
    internal ReauthorizationEventArgs(string user, DateTimeOffset? before, bool isUrgent)
    {
        User = user;
        Before = before;
        IsUrgent = isUrgent;
    }

    /// <summary>Gets the key of the user in the store.</summary>
    public string User { get; }

    /// <summary>Gets when the refresh token expires, or null when it has expired or was rejected.</summary>
    public DateTimeOffset? Before { get; }

    /// <summary>Gets whether calls already fail.</summary>
    public bool IsUrgent { get; }
}
