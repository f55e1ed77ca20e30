using System.Text;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Sandbox.MadeUp;

/// <summary>Writes a made-up value as a body that is not JSON.</summary>
internal static class PlainBodies
{
    // The smallest PNG: one transparent pixel.
    private static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
    );

    /// <summary>Writes a value. A picture is one pixel, whatever the value is.</summary>
    /// <param name="type">The content type, without ranges.</param>
    /// <param name="value">The value.</param>
    public static byte[] Of(string type, JToken value)
    {
        if (type.StartsWith("image/", StringComparison.OrdinalIgnoreCase))
        {
            return Pixel;
        }

        return Encoding.UTF8.GetBytes(value is JValue { Value: string text } ? text : value.ToString());
    }
}
