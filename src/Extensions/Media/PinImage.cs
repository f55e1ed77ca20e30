using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

/// <summary>A picture for a Pin: at an address, or sent along.</summary>
public sealed class PinImage
{
    private const int ReadSize = 80 * 1024;

    private PinImage(Uri? address, ReadOnlyMemory<byte> data)
    {
        Address = address;
        Data = data;
        Info = address is null ? MediaInfo.FromBytes(data.Span) : null;
    }

    /// <summary>Gets the address; null for a picture that is sent along.</summary>
    public Uri? Address { get; }

    /// <summary>
    /// Gets the content type that the data show: image/jpeg or image/png; null when there are none or they are
    /// neither.
    /// </summary>
    public string? ContentType =>
        Info?.Kind switch
        {
            MediaKind.Jpeg => "image/jpeg",
            MediaKind.Png => "image/png",
            _ => null,
        };

    /// <summary>Gets what the data are, with the width and height; null for a picture at an address.</summary>
    public MediaInfo? Info { get; }

    internal ReadOnlyMemory<byte> Data { get; }

    /// <summary>Names a picture that Pinterest fetches.</summary>
    /// <param name="address">Its address, http or https.</param>
    public static PinImage FromUri(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new PinImage(address, default);
    }

    /// <summary>Names a picture that is sent along.</summary>
    /// <param name="data">A JPEG or PNG file.</param>
    public static PinImage FromBytes(ReadOnlyMemory<byte> data) => new(null, data);

    /// <summary>Reads a picture that is sent along from a file.</summary>
    /// <param name="path">A JPEG or PNG file.</param>
    /// <param name="maxBytes">The longest file that is read, at least 1; the default is what Pinterest is reported to take,
    /// 20 MiB.</param>
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

    /// <summary>Reads a picture that is sent along from a stream, for example a download or a form of a web site.</summary>
    /// <param name="content">A JPEG or PNG file. It is read from where it stands to its end, and stays open.</param>
    /// <param name="maxBytes">The most bytes that are read, at least 1; the default is what Pinterest is reported to take,
    /// 20 MiB.</param>
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
            return isWeb ? [] : [$"{name} has no address of http or https."];
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
            $"The picture has {length} bytes or more; {limit} are allowed. Make it smaller, or raise maxBytes.",
            argument
        );
}
