using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// A file of lines, one for each thing that was told: the last line of an id counts. Lines are added at the end, and
/// the file is written anew when most of it no longer counts.
/// </summary>
internal sealed class WatchCheckpointFile(string path, FileStream guard) : IWatchCheckpoint
{
    private const string Header = """{"pinterest_watch":1}""";
    private const int LongestLine = 4096;
    private const int FewLines = 1000;

    // The most things of a watch, each with some old lines.
    private const long LargestFile = 256L * 1024 * 1024;

    private readonly Dictionary<string, string> _items = new(StringComparer.Ordinal);
    private FileStream? _file;
    private int _lines;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyCollection<WatchedItem>?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var whole = await LoadAsync(cancellationToken).ConfigureAwait(false);
            if (whole is not { } length)
            {
                return null;
            }

            _file = new FileStream(path, TokenFolder.Options(FileMode.OpenOrCreate));

            // A line that a crash has cut off was never acknowledged.
            _file.SetLength(length);
            _file.Seek(0, SeekOrigin.End);
            return [.. _items.Select(item => new WatchedItem(item.Key, item.Value))];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw PinterestWatchException.OfFile(
                path,
                $"cannot be read ({error.Message}). Check the owner and the mode of the file.",
                error
            );
        }
    }

    /// <inheritdoc/>
    public async ValueTask SaveAsync(IReadOnlyCollection<WatchedItem> items, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var item in items)
            {
                item.ApplyTo(_items);
            }

            _lines += items.Count;
            if (_file is null || _lines > FewLines + (2 * _items.Count))
            {
                await RewriteAsync(cancellationToken).ConfigureAwait(false);
            }
            else if (items.Count > 0)
            {
                await _file.WriteAsync(Lines(items), cancellationToken).ConfigureAwait(false);
                _file.Flush(flushToDisk: true);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw PinterestWatchException.OfFile(
                path,
                $"cannot be written ({error.Message}). Free disk space, or make the folder writable. "
                    + "Changes that were not saved are reported again.",
                error
            );
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_file is not null)
            {
                await _file.DisposeAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            await guard.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task RewriteAsync(CancellationToken cancellationToken)
    {
        var draft = path + ".tmp";
        var file = new FileStream(draft, TokenFolder.Options(FileMode.Create));
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(Header + "\n"), cancellationToken).ConfigureAwait(false);
            var all = _items.Select(item => new WatchedItem(item.Key, item.Value));
            foreach (var some in all.Chunk(FewLines))
            {
                await file.WriteAsync(Lines(some), cancellationToken).ConfigureAwait(false);
            }

            file.Flush(flushToDisk: true);
        }

        if (_file is not null)
        {
            await _file.DisposeAsync().ConfigureAwait(false);
            _file = null;
        }

        File.Move(draft, path, overwrite: true);
        TokenFolder.Flush(Path.GetDirectoryName(path)!);
        _file = new FileStream(path, TokenFolder.Options(FileMode.OpenOrCreate));
        _file.Seek(0, SeekOrigin.End);
        _lines = _items.Count;
    }

    // Gives how many bytes of the file are whole lines; null when there is no file.
    private async Task<long?> LoadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        if (new FileInfo(path).Length > LargestFile)
        {
            throw Damaged($"is larger than {LargestFile} bytes");
        }

        var bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        var start = 0;
        while (bytes.AsSpan(start).IndexOf((byte)'\n') is >= 0 and var length)
        {
            Read(bytes.AsSpan(start, length));
            start += length + 1;
        }

        if (_lines == 0)
        {
            throw Damaged("is not a checkpoint file");
        }

        return start;
    }

    private void Read(ReadOnlySpan<byte> line)
    {
        _lines++;
        if (_lines == 1)
        {
            if (!line.SequenceEqual(Encoding.UTF8.GetBytes(Header)))
            {
                throw Damaged("is not a checkpoint file of this version");
            }

            return;
        }

        if (line.Length > LongestLine)
        {
            throw Damaged($"is damaged in line {_lines}");
        }

        try
        {
            using var text = new StringReader(Encoding.UTF8.GetString(line));
            using var reader = JsonText.Open(text);
            var entry = JObject.Load(reader);
            new WatchedItem((string)entry["id"]!, (string?)entry["fingerprint"]).ApplyTo(_items);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidCastException)
        {
            throw Damaged($"is damaged in line {_lines}");
        }
    }

    private PinterestWatchException Damaged(string problem) =>
        PinterestWatchException.OfFile(
            path,
            $"{problem}. Restore it, or delete it. After a deletion the watch starts anew and does not report "
                + "earlier changes."
        );

    private static byte[] Lines(IEnumerable<WatchedItem> items)
    {
        var text = new StringBuilder();
        foreach (var item in items)
        {
            var entry = new JObject { ["id"] = item.Id, ["fingerprint"] = item.Fingerprint };
            text.Append(entry.ToString(Formatting.None)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
