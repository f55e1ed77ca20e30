using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Pinterest.OpenApi;

/// <summary>What a renewal is for. Callers with equal keys share one renewal.</summary>
/// <param name="Environment">The address of the API that gives the tokens.</param>
/// <param name="App">The id of the app.</param>
/// <param name="Store">The identity of the store (<see cref="ITokenStore.Identity"/>), since the user of another store
/// is somebody else; for a token of the app itself a hash of the app's secret.</param>
/// <param name="User">The user, or the scopes of a token of the app itself.</param>
internal sealed record RenewalKey(Uri Environment, string App, object Store, string User)
{
    /// <summary>
    /// Gets the key as a text that is the same in every process, or null when the identity of the store is known to this
    /// process only. It is a hash, since the key of a user may be an e-mail address.
    /// </summary>
    public string? Shared => Store is string store ? SharedText(Environment.AbsoluteUri, App, store, User) : null;

    /// <summary>Makes one hash of several texts. Other texts give another hash, wherever one ends and the next
    /// begins.</summary>
    public static string SharedText(params string?[] parts)
    {
        // By its units of UTF-16, since two texts that are no texts may be the same in UTF-8.
        var text = string.Concat(parts.Select(part => $"{part?.Length ?? -1}:{part};"));
        return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));
    }
}
