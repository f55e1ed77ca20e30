using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

/// <summary>A picture for a Pin: at an address, or in the request.</summary>
public sealed class PinImage
{
    private const int ReadSize = 80 * 1024;

    private PinImage(Uri? address, ReadOnlyMemory<byte> data)
    {
        Address = address;
        Data = data;
        Info = address is null ? MediaInfo.FromBytes(data.Span) : null;
    }

    /// <summary>Gets the address; null for a picture in the request.</summary>
    public Uri? Address { get; }

    /// <summary>
    /// Gets the content type of the data: image/jpeg or image/png; null for other data and for a picture at an address.
    /// </summary>
    public string? ContentType =>
        Info?.Kind switch
        {
            MediaKind.Jpeg => "image/jpeg",
            MediaKind.Png => "image/png",
            _ => null,
        };

    /// <summary>Gets the facts of the data, with the width and height; null for a picture at an address.</summary>
    public MediaInfo? Info { get; }

    internal ReadOnlyMemory<byte> Data { get; }

    /// <summary>Creates a picture that Pinterest fetches from an address.</summary>
    /// <param name="address">Its address, http or https.</param>
    public static PinImage FromUri(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new PinImage(address, default);
    }

    /// <summary>Creates a picture that is sent in the request.</summary>
    /// <param name="data">A JPEG or PNG file.</param>
    public static PinImage FromBytes(ReadOnlyMemory<byte> data) => new(null, data);

    /// <summary>Reads a picture for the request from a file.</summary>
    /// <param name="path">A JPEG or PNG file.</param>
    /// <param name="maxBytes">The longest file that is read, at least 1. The default is 20 MiB, the limit that users
    /// report.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException">The file is longer than <paramref name="maxBytes"/>.</exception>
    public static async Task<PinImage> FromFileAsync(
        string path,
        int maxBytes = MediaCheck.MaxImageBytes,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 1);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            return await FromStreamAsync(file, maxBytes, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads a picture for the request from a stream, for example from a download or a form.</summary>
    /// <param name="content">A JPEG or PNG file. It is read from its position to its end, and stays open.</param>
    /// <param name="maxBytes">The most bytes that are read, at least 1. The default is 20 MiB, the limit that users
    /// report.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentException">The stream is longer than <paramref name="maxBytes"/>. The rest was not read.</exception>
    public static async Task<PinImage> FromStreamAsync(
        Stream content,
        int maxBytes = MediaCheck.MaxImageBytes,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 1);
        if (content.CanSeek && content.Length - content.Position > maxBytes)
        {
            throw TooLong(content.Length - content.Position, maxBytes, nameof(content));
        }

        var data = new MemoryStream();
        var buffer = new byte[Math.Min(maxBytes, ReadSize)];
        while (true)
        {
            var read = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return FromBytes(data.GetBuffer().AsMemory(0, (int)data.Length));
            }

            if (data.Length + read > maxBytes)
            {
                throw TooLong(data.Length + read, maxBytes, nameof(content));
            }

            data.Write(buffer, 0, read);
        }
    }

    internal IEnumerable<string> Problems(string name, bool isChecked)
    {
        if (Address is { } address)
        {
            var isWeb =
                address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
            return isWeb ? [] : [$"{name} has no http or https address."];
        }

        var info = Info!;
        return MediaCheck.ProblemsOfKind(info, name).Concat(isChecked ? MediaCheck.ProblemsOfLength(info, name) : []);
    }

    internal JObject AddTo(JObject target, string address, string data, string type)
    {
        if (Address is not null)
        {
            target[address] = Address.AbsoluteUri;
            return target;
        }

        target[type] = ContentType;
        target[data] = Convert.ToBase64String(Data.Span);
        return target;
    }

    private static ArgumentException TooLong(long length, int limit, string argument) =>
        new(
            $"The picture has {length} bytes or more; at most {limit} are allowed. Make it smaller, or increase "
                + "maxBytes.",
            argument
        );
}
