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

    /// <summary>Gets when the refresh token ends, or null when it has ended or was refused.</summary>
    public DateTimeOffset? Before { get; }

    /// <summary>Gets whether calls fail already.</summary>
    public bool IsUrgent { get; }
}
