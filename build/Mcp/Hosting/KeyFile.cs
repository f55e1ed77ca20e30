using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Pinterest.OpenApi.Mcp.Grants.Files;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>
/// Keys by which somebody says over HTTP who they are. A file keeps a hash of each. The hash is a plain SHA-256: a key
/// is 256 random bits, which nobody finds by trying, so that a slow hash, made for passwords, would protect nothing
/// more and cost each request milliseconds.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="kind">What kind of keys it has. A key of another kind is nobody's.</param>
internal class KeyFile(string file, KeyKind kind)
{
    private const int KeyBytes = 32;
    private const int LongestKey = 128;
    private const int LargestFile = 1024 * 1024;

    /// <summary>Gets the file of the keys.</summary>
    public string FileName { get; } = Path.GetFullPath(file);

    private string Name => Path.GetFileName(FileName);

    /// <summary>Makes a new key; the one that there was ends.</summary>
    /// <param name="name">Whose key it is.</param>
    /// <returns>The key. It is not kept: whoever loses it makes a new one.</returns>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public string Make(string name)
    {
        var key = kind.Prefix + Base64Url(RandomNumberGenerator.GetBytes(KeyBytes));
        Change(keys => keys[name] = HashOf(key));
        return key;
    }

    /// <summary>Ends a key.</summary>
    /// <param name="name">Whose key it is.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public bool Revoke(string name)
    {
        var had = false;
        Change(keys => had = keys.Remove(name));
        return had;
    }

    /// <summary>Finds whose key it is, as the file stands now.</summary>
    /// <param name="key">What was sent.</param>
    /// <returns>Whose key it is, or null.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public string? Find(string? key)
    {
        if (key is null || key.Length > LongestKey || !key.StartsWith(kind.Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var hash = Encoding.ASCII.GetBytes(HashOf(key));
        string? found = null;

        // All are compared, so that the time says nothing of how far a guess came.
        foreach (var (name, known) in Read())
        {
            if (CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(known)))
            {
                found = name;
            }
        }

        return found;
    }

    /// <summary>Gets the hash of a key as the file keeps it, or null when there is none.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    protected string? HashFor(string name) => Read().GetValueOrDefault(name);

    /// <summary>Computes the hash of a key.</summary>
    protected static string HashOf(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private Dictionary<string, string> Read()
    {
        try
        {
            using var stream = new FileStream(OwnerFile.OpenRead(FileName), FileAccess.Read);
            if (OwnerFile.IsWritableByOthers(stream.SafeFileHandle))
            {
                throw new IOException(
                    $"The file {Name} of {kind.Whose} may be written to by others, who could make keys for themselves. "
                        + "No key is accepted until that right is taken away: chmod 600."
                );
            }

            if (stream.Length > LargestFile)
            {
                throw new IOException($"The file {Name} of {kind.Whose} is larger than 1 MiB. No key is accepted.");
            }

            var keys = JsonSerializer.Deserialize(stream, HostJson.Default.DictionaryStringString) ?? [];

            // JSON has nulls whatever the type of C# says.
            return keys.Values.Any(hash => hash is null) ? throw Damaged(null) : keys;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            throw Damaged(error);
        }
    }

    private IOException Damaged(Exception? error) =>
        new(
            $"The file {Name} of {kind.Whose} is damaged. No key is accepted. Delete it, and make a new key: {kind.Command}.",
            error
        );

    private void Change(Action<Dictionary<string, string>> change)
    {
        OwnerFile.EnsureFolder(Path.GetDirectoryName(FileName)!);
        using var only = Lock();
        var keys = Read();
        change(keys);
        OwnerFile.Replace(FileName, JsonSerializer.SerializeToUtf8Bytes(keys, HostJson.Default.DictionaryStringString));
    }

    private FileStream Lock()
    {
        try
        {
            return OwnerFile.OpenLock(FileName + ".lock");
        }
        catch (IOException error) when (error is not DirectoryNotFoundException)
        {
            throw new IOException(
                $"Another command changes the file of {kind.Whose} at this moment. Try again.",
                error
            );
        }
    }
}
