using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Pins;

/// <summary>Reads the files of a new Pin before the call is decided, so that a person approves these very bytes.</summary>
internal static class MediaLoading
{
    private const int CopyBytes = 128 * 1024;

    /// <summary>Reads them; null when there is only an address.</summary>
    public static async Task<LoadedMedia?> LoadAsync(
        this PinRequest request,
        AgentGrant grant,
        CancellationToken cancellationToken
    )
    {
        if (request.VideoFile is { } video)
        {
            return await LoadVideoAsync(request, grant, video, cancellationToken).ConfigureAwait(false);
        }

        var image = request.ImageBytes;
        if (request.ImageFile is { } file)
        {
            image = await ReadAsync(grant, file, cancellationToken).ConfigureAwait(false);
        }

        return image is null
            ? null
            : new LoadedMedia
            {
                Info = MediaInfo.FromBytes(image),
                Hash = CanonicalArguments.HashOf(image),
                Image = image,
            };
    }

    /// <summary>Adds the hashes of files to the arguments, so that an approval holds for their bytes.</summary>
    public static AgentCall WithHashes(this AgentCall call, PinRequest request, LoadedMedia? media)
    {
        var arguments = call.Arguments;
        if (media is not null && request.ImageBytes is null)
        {
            arguments = CanonicalArguments.With(arguments, "file_hash", media.Hash);
        }

        if (media?.CoverHash is { } cover)
        {
            arguments = CanonicalArguments.With(arguments, "cover_hash", cover);
        }

        return call with
        {
            Arguments = arguments,
        };
    }

    /// <summary>
    /// Copies the video, and makes sure that the copy is the one that was judged. The copy is nobody else's, so that what
    /// is uploaded cannot be changed meanwhile. It ends with the stream.
    /// </summary>
    /// <exception cref="ToolArgumentException">It was changed meanwhile.</exception>
    public static async Task<FileStream> OpenVideoAsync(
        this PinRequest request,
        AgentGrant grant,
        LoadedMedia media,
        CancellationToken cancellationToken
    )
    {
        var stream = OpenCopy();
        try
        {
            var original = GrantedFile.Open(grant, request.VideoFile!);
            await using (original.ConfigureAwait(false))
            {
                await CopyAsync(original, stream, cancellationToken).ConfigureAwait(false);
            }

            stream.Position = 0;
            if (await CanonicalArguments.HashOfAsync(stream, cancellationToken).ConfigureAwait(false) != media.Hash)
            {
                throw new ToolArgumentException("The video was changed while the call was decided. Call again.");
            }

            stream.Position = 0;
            return stream;
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static FileStream OpenCopy()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var path = Path.Combine(Path.GetTempPath(), $"pinterest-mcp-{Guid.NewGuid():N}");
        var copy = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
        {
            // An open file needs no name, and without one a killed server leaves nothing behind.
            File.Delete(path);
        }

        return copy;
    }

    private static async Task CopyAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        var buffer = new byte[CopyBytes];
        var left = MediaCheck.MaxVideoBytes;
        while (await from.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            left -= read;
            if (left < 0)
            {
                throw new ToolArgumentException("The video is longer than 2 GiB.");
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<LoadedMedia> LoadVideoAsync(
        PinRequest request,
        AgentGrant grant,
        string path,
        CancellationToken cancellationToken
    )
    {
        byte[]? cover = null;
        if (request.CoverFile is { } coverFile)
        {
            cover = await ReadAsync(grant, coverFile, cancellationToken).ConfigureAwait(false);
        }

        var stream = GrantedFile.Open(grant, path);
        await using (stream.ConfigureAwait(false))
        {
            if (stream.Length > MediaCheck.MaxVideoBytes)
            {
                throw new ToolArgumentException("The video is longer than 2 GiB.");
            }

            return new LoadedMedia
            {
                Info = await MediaInfo.FromStreamAsync(stream, cancellationToken).ConfigureAwait(false),
                Hash = await CanonicalArguments.HashOfAsync(stream, cancellationToken).ConfigureAwait(false),
                Cover = cover,
                CoverHash = cover is null ? null : CanonicalArguments.HashOf(cover),
            };
        }
    }

    private static async Task<byte[]> ReadAsync(AgentGrant grant, string path, CancellationToken cancellationToken)
    {
        var stream = GrantedFile.Open(grant, path);
        await using (stream.ConfigureAwait(false))
        {
            if (stream.Length > MediaCheck.MaxImageBytes)
            {
                throw new ToolArgumentException("The picture is longer than 20 MiB.");
            }

            // A file that grows while it is read is cut: its hash is that of what is sent.
            var bytes = new byte[stream.Length];
            var count = await stream
                .ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken)
                .ConfigureAwait(false);
            return bytes[..count];
        }
    }
}
