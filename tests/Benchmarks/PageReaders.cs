using System.Text;
using Newtonsoft.Json;
using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>The same bytes read in five ways, each from a stream.</summary>
internal static class PageReaders
{
    private static readonly JsonSerializer Newtonsoft = JsonSerializer.Create();

    public static IReadOnlyList<(string Name, string Title, Func<int> Read)> All { get; } =
    [
        ("client", "the generated client", Client),
        ("newtonsoft", "Newtonsoft.Json into a flat class", Flat),
        ("raw", "NSwag's own output, mended to compile", Raw),
        ("floor", "System.Text.Json source generation into a flat class (the floor)", Floor),
        .. Peers(),
    ];

    // Not everybody can restore Kiota.
    private static List<(string Name, string Title, Func<int> Read)> Peers() =>
        KiotaClient.IsBuilt ? [("kiota", "Kiota's own output", Kiota)] : [];

    private static int Client()
    {
        using var stream = new MemoryStream(PinPageText.Bytes, writable: false);
        return PinterestJson.Deserialize<PinPage>(stream)!.Items.Count;
    }

    private static int Flat()
    {
        using var stream = new MemoryStream(PinPageText.Bytes, writable: false);
        using var text = new StreamReader(stream, Encoding.UTF8);
        using var reader = new JsonTextReader(text);
        return Newtonsoft.Deserialize<FlatPage>(reader)!.Items!.Count;
    }

    private static int Raw()
    {
        using var stream = new MemoryStream(PinPageText.Bytes, writable: false);
        return RawClient.Read(stream);
    }

    private static int Kiota()
    {
        using var stream = new MemoryStream(PinPageText.Bytes, writable: false);
        return KiotaClient.Read(stream);
    }

    private static int Floor()
    {
        using var stream = new MemoryStream(PinPageText.Bytes, writable: false);
        return System.Text.Json.JsonSerializer.Deserialize(stream, FlatContext.Default.FlatPage)!.Items!.Count;
    }
}
