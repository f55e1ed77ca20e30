using System.Security.Cryptography;
using System.Text;

namespace Pinterest.OpenApi;

/// <summary>
/// Keeps the checkpoint of each watch in a file of its own in a folder. The files hold ids and fingerprints, no token
/// and no text. The operating system locks a file while its watch runs, so a killed process leaves no lock.
/// </summary>
/// <param name="folder">The folder, on a local disk. It is created when it is missing.</param>
public sealed class FileWatchCheckpointStore(string folder) : IWatchCheckpointStore
{
    private readonly string _folder = Path.GetFullPath(folder ?? throw new ArgumentNullException(nameof(folder)));

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The name of the watch is empty.</exception>
    public ValueTask<IWatchCheckpoint> OpenAsync(string watch, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(watch);
        cancellationToken.ThrowIfCancellationRequested();
        var path = Path.Combine(_folder, FileName(watch));
        try
        {
            Directory.CreateDirectory(_folder);
            var guard = new FileStream(path + ".lock", TokenFolder.Options(FileMode.OpenOrCreate));
            return ValueTask.FromResult<IWatchCheckpoint>(new WatchCheckpointFile(path, guard));
        }
        catch (IOException error) when (TokenFolder.IsSharingViolation(error))
        {
            throw PinterestWatchException.InUse($"the watch '{watch}' ({path})");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw PinterestWatchException.OfFile(
                path,
                $"cannot be opened ({error.Message}). Make the folder writable.",
                error
            );
        }
    }

    // A name may be any text, even a path; its hash is always a valid file name.
    private static string FileName(string watch) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(watch)))[..32] + ".jsonl";
}
