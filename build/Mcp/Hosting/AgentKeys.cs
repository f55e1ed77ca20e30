using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Pinterest.OpenApi.Mcp.Grants.Files;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>
/// The keys by which agents say over HTTP who they are. A file keeps a hash of each. The hash is a plain SHA-256: a key
/// is 256 random bits, which nobody finds by trying, so that a slow hash, made for passwords, would protect nothing
/// more and cost each request milliseconds.
/// </summary>
internal sealed class AgentKeys(string file)
{
    private const string Prefix = "pmcp_";
    private const int KeyBytes = 32;
    private const int LongestKey = 128;
    private const int LargestFile = 1024 * 1024;

    /// <summary>Gets the file of the keys.</summary>
    public string FileName { get; } = Path.GetFullPath(file);

    /// <summary>Gives the keys that belong to a store: their file lies beside it.</summary>
    public static AgentKeys Beside(string store) => new(Path.ChangeExtension(store, ".keys.json"));

    /// <summary>Tells whether a text has the form of a key; whose it is, or whether it is anybody's, is not said.</summary>
    public static bool IsKey(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Makes a new key for an agent; the one that it had ends.</summary>
    /// <returns>The key. It is not kept: whoever loses it makes a new one.</returns>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public string Make(string agent)
    {
        var key = Prefix + Base64Url(RandomNumberGenerator.GetBytes(KeyBytes));
        Change(keys => keys[agent] = HashOf(key));
        return key;
    }

    /// <summary>Ends the key of an agent.</summary>
    /// <returns>Whether it had one.</returns>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public bool Revoke(string agent)
    {
        var had = false;
        Change(keys => had = keys.Remove(agent));
        return had;
    }

    /// <summary>Finds whose key it is, as the file stands now.</summary>
    /// <param name="key">What was sent.</param>
    /// <returns>The name of the agent, or null.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public string? Find(string? key)
    {
        if (key is null || key.Length > LongestKey || !IsKey(key))
        {
            return null;
        }

        var hash = Encoding.ASCII.GetBytes(HashOf(key));
        string? found = null;

        // All are compared, so that the time says nothing of how far a guess came.
        foreach (var (agent, known) in Read())
        {
            if (CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(known)))
            {
                found = agent;
            }
        }

        return found;
    }

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private Dictionary<string, string> Read()
    {
        try
        {
            using var stream = new FileStream(
                FileName,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            if (stream.Length > LargestFile)
            {
                throw new IOException("The file of the agents' keys is larger than 1 MiB. No key is accepted.");
            }

            return JsonSerializer.Deserialize(stream, HostJson.Default.DictionaryStringString) ?? [];
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (JsonException error)
        {
            throw new IOException(
                $"The file {Path.GetFileName(FileName)} of the agents' keys is damaged. No key is accepted. "
                    + "Delete it, and make new keys: pinterest-mcp agents key NAME.",
                error
            );
        }
    }

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
            throw new IOException("Another command changes the agents' keys at this moment. Try again.", error);
        }
    }
}
