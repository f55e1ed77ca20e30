using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

/// <summary>A picture for a Pin: at an address, or sent along.</summary>
public sealed class PinImage
{
    private static readonly (byte[] Start, string Type)[] Known =
    [
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ([0x89, 0x50, 0x4E, 0x47], "image/png"),
    ];

    private PinImage(Uri? address, ReadOnlyMemory<byte> data)
    {
        Address = address;
        Data = data;
        ContentType = TypeOf(data.Span);
    }

    /// <summary>Gets the address; null for a picture that is sent along.</summary>
    public Uri? Address { get; }

    /// <summary>
    /// Gets the content type that the data show: image/jpeg or image/png; null when there are none or they are
    /// neither.
    /// </summary>
    public string? ContentType { get; }

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

    /// <summary>Reads a picture that is sent along.</summary>
    /// <param name="path">A JPEG or PNG file.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static async Task<PinImage> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        FromBytes(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));

    internal IEnumerable<string> Problems(string name)
    {
        if (Address is { } address)
        {
            if (
                !(
                    address.IsAbsoluteUri
                    && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
                )
            )
            {
                yield return $"{name} has no address of http or https.";
            }
        }
        else if (Data.IsEmpty)
        {
            yield return $"{name} is an empty file.";
        }
        else if (ContentType is null)
        {
            yield return $"{name} is neither JPEG nor PNG.";
        }
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

    private static string? TypeOf(ReadOnlySpan<byte> data)
    {
        foreach (var (start, type) in Known)
        {
            if (data.StartsWith(start))
            {
                return type;
            }
        }

        return null;
    }
}
