using System.Collections.Concurrent;

namespace Pinterest.OpenApi;

/// <summary>
/// Renewed tokens that their store could not take. The old token has ended, so they are kept for all credentials of the
/// process until the store takes them.
/// </summary>
internal static class UnsavedTokens
{
    private static readonly ConcurrentDictionary<RenewalKey, Renewal> Tokens = new();

    /// <summary>Keeps a token, with the reason why it is not stored, in place of an earlier one.</summary>
    public static void Keep(RenewalKey key, Renewal unsaved) => Tokens[key] = unsaved;

    /// <summary>Gives what is kept, or null.</summary>
    public static Renewal? Find(RenewalKey key) => Tokens.IsEmpty ? null : Tokens.GetValueOrDefault(key);

    /// <summary>Lets go of what is kept: the store has a token that is as new, or newer.</summary>
    public static void Forget(RenewalKey key) => Tokens.TryRemove(key, out _);
}
