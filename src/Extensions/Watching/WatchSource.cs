using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>What a watch needs to know of the list that it watches.</summary>
/// <typeparam name="T">The type of the watched items.</typeparam>
internal sealed class WatchSource<T>
    where T : class
{
    private const int FingerprintLength = 24;

    /// <summary>Gets the name of the watch, unless the options have one.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the operation that lists, for messages.</summary>
    public required string Operation { get; init; }

    /// <summary>Gets what lists everything, the newest first.</summary>
    public required Func<int, BookmarkPager<T>> List { get; init; }

    /// <summary>Gets what asks for one thing by its id, and tells whether it still belongs to the list.</summary>
    public required Func<string, CancellationToken, Task<bool>> Holds { get; init; }

    /// <summary>
    /// Gets after how many polls in a row that do not list a thing it is gone, although asking for it finds it; 0 for never.
    /// </summary>
    public int AbsencesOfGone { get; init; }

    public required Func<T, string?> IdOf { get; init; }

    public required Func<T, DateTimeOffset?> CreatedAtOf { get; init; }

    /// <summary>Gets what is compared when the options do not say.</summary>
    public required Func<T, IEnumerable<string?>> Compare { get; init; }

    /// <summary>
    /// Makes a text that is another when a compared text is another. It begins with the comparison that made it, so
    /// that one of another comparison is recognised.
    /// </summary>
    public string Fingerprint(T item, Func<T, IEnumerable<string?>>? compare)
    {
        var scheme = Scheme(compare);
        var texts = (compare ?? Compare)(item).Select(text => text is null ? JValue.CreateNull() : new JValue(text));
        var compared = new JArray(texts).ToString(Formatting.None);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(compared)));
        return scheme + hash[..FingerprintLength];
    }

    /// <summary>Names the comparison: the own one of this version, or one of the caller.</summary>
    public static string Scheme(Func<T, IEnumerable<string?>>? compare) => compare is null ? "1:" : "own:";
}
