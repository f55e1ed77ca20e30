using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Media;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>Makes the media of a Pin from the media source that it was created from.</summary>
internal static class PinMedia
{
    /// <summary>The type of a media source that is a picture on the web.</summary>
    public const string FromWeb = "image_url";

    private static readonly (string Name, int Width, int Height)[] Sizes =
    [
        ("150x150", 150, 150),
        ("400x300", 400, 300),
        ("600x", 600, 900),
        ("1200x", 1200, 1800),
    ];

    /// <summary>Tells whether a source was uploaded, and not found on the web.</summary>
    public static bool IsNative(string? sourceType) =>
        sourceType is "image_base64" or "multiple_image_base64" or "video_id";

    public static string CreativeType(string? sourceType) =>
        sourceType switch
        {
            "video_id" => "VIDEO",
            "multiple_image_base64" or "multiple_image_urls" => "CAROUSEL",
            _ => "REGULAR",
        };

    /// <summary>Makes the media of a picture on the web.</summary>
    public static string? OfAddress(string address) =>
        From(new JObject { ["source_type"] = FromWeb, ["url"] = address });

    /// <exception cref="SandboxError">400: the source lacks a member, or is not base64.</exception>
    public static string? From(JObject? source) => Made(source)?.ToString(Formatting.None);

    private static JObject? Made(JObject? source) =>
        (string?)source?["source_type"] switch
        {
            "video_id" => Video(source!),
            "multiple_image_base64" or "multiple_image_urls" => Several((JArray)source!["items"]!, source),
            "image_base64" => new JObject
            {
                ["media_type"] = "image",
                ["images"] = Images(Uploaded((string)source!["data"]!)),
            },
            "image_url" => new JObject
            {
                ["media_type"] = "image",
                ["images"] = Images(Key(MediaAddress.Check((string)source!["url"]!, "media_source.url"))),
            },
            "pin_url" => new JObject { ["media_type"] = "image", ["images"] = Images(Key("link")) },
            _ => null,
        };

    /// <summary>Gives the media with the texts of its slots replaced.</summary>
    public static string? WithSlots(string? media, JArray slots)
    {
        if (media is null || JObject.Parse(media) is not { } changed || changed["items"] is not JArray items)
        {
            return media;
        }

        foreach (var (item, slot) in items.OfType<JObject>().Zip(slots.OfType<JObject>()))
        {
            foreach (var text in slot.Properties())
            {
                item[text.Name] = text.Value.DeepClone();
            }
        }

        return changed.ToString(Formatting.None);
    }

    /// <summary>Gives the address of the picture that represents a Pin.</summary>
    public static string? Cover(string? media)
    {
        if (media is null)
        {
            return null;
        }

        var made = JObject.Parse(media);
        return (string?)(
            made["images"]?["600x"]?["url"] ?? made["cover_image_url"] ?? made["items"]?[0]?["images"]?["600x"]?["url"]
        );
    }

    /// <summary>Gives a colour that is always the same for a text.</summary>
    public static string Color(string of) => "#" + Key(of)[..6];

    private static JObject Video(JObject source)
    {
        var covers = new[] { "cover_image_url", "cover_image_data", "cover_image_key_frame_time" }
            .Where(cover => source[cover] is { Type: not JTokenType.Null })
            .ToList();
        if (covers.Count != 1)
        {
            throw SandboxError.Invalid(
                "'media_source' requires one cover: cover_image_url, cover_image_data or cover_image_key_frame_time."
            );
        }

        var key = Key((string)source["media_id"]!);
        var sentCover = (string?)source["cover_image_url"];
        var cover = sentCover is null
            ? Address(key, "600x")
            : MediaAddress.Check(sentCover, "media_source.cover_image_url");
        return new JObject
        {
            ["media_type"] = "video",
            ["images"] = Images(key),
            ["cover_image_url"] = cover,
            ["video_url"] = $"https://v1.pinimg.com/videos/{key}.mp4",
            ["duration"] = 15000,
            ["width"] = 1080,
            ["height"] = 1920,
        };
    }

    private static JObject Several(JArray items, JObject source)
    {
        if (source["index"] is JValue { Value: long index } && index >= items.Count)
        {
            throw SandboxError.Invalid(
                $"'media_source.index' is {index}; it must be less than the number of items, {items.Count}."
            );
        }

        CheckSizes(items);
        return new JObject
        {
            ["media_type"] = "multiple_images",
            ["items"] = new JArray(
                items
                    .OfType<JObject>()
                    .Select(
                        (item, index) =>
                            new JObject
                            {
                                ["item_type"] = "image",
                                ["title"] = item["title"]?.DeepClone(),
                                ["description"] = item["description"]?.DeepClone(),
                                ["link"] = item["link"]?.DeepClone(),
                                ["images"] = Images(
                                    (string?)item["url"] is { } url
                                        ? Key(MediaAddress.Check(url, $"media_source.items[{index}].url"))
                                        : Uploaded((string)item["data"]!)
                                ),
                            }
                    )
            ),
        };
    }

    // Pictures on the web are not fetched, so only those that were sent are held against each other.
    private static void CheckSizes(JArray items)
    {
        var sizes = items
            .Select(item => (string?)item["data"])
            .OfType<string>()
            .Select(data => PictureSize.Read(Bytes(data)))
            .OfType<PictureSize>()
            .Distinct()
            .ToList();
        if (sizes.Count > 1)
        {
            throw SandboxError.Invalid(
                "The pictures of 'media_source.items' must have the same size; these are "
                    + $"{string.Join(" and ", sizes)}."
            );
        }
    }

    private static string Uploaded(string data)
    {
        var bytes = Bytes(data);
        if (!PictureSize.IsPicture(bytes))
        {
            throw SandboxError.Invalid("'media_source.data' is neither a JPEG nor a PNG.");
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes))[..32];
    }

    private static byte[] Bytes(string data)
    {
        try
        {
            return Convert.FromBase64String(data);
        }
        catch (FormatException)
        {
            throw SandboxError.Invalid("'media_source.data' is not base64.");
        }
    }

    private static string Key(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    private static JObject Images(string key) =>
        new(
            Sizes.Select(size => new JProperty(
                size.Name,
                new JObject
                {
                    ["width"] = size.Width,
                    ["height"] = size.Height,
                    ["url"] = Address(key, size.Name),
                }
            ))
        );

    private static string Address(string key, string size) =>
        string.Create(CultureInfo.InvariantCulture, $"https://i.pinimg.com/{size}/{key[..2]}/{key}.jpg");
}
