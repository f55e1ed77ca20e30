using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>The pictures of one Pin: one, or a carousel.</summary>
internal static class PinImages
{
    private const int Fewest = 2;
    private const int Most = 5;

    public static IEnumerable<string> Problems(IReadOnlyList<PinImage> images, bool isChecked)
    {
        if (images.Count is 0 or > Most)
        {
            yield return $"The number of images is {images.Count}; it must be 1, or {Fewest} to {Most}.";
        }

        if (images.Select(image => image.Address is null).Distinct().Count() > 1)
        {
            yield return "A Pin cannot have both images at addresses and images in the request.";
        }

        for (var i = 0; i < images.Count; i++)
        {
            foreach (var problem in images[i].Problems($"Image {i + 1}", isChecked))
            {
                yield return problem;
            }
        }

        if (!isChecked)
        {
            yield break;
        }

        foreach (var problem in MediaCheck.ProblemsOfCarousel(images.Select(image => image.Info).OfType<MediaInfo>()))
        {
            yield return problem;
        }
    }

    public static JObject ToMediaSource(IReadOnlyList<PinImage> images)
    {
        var isAddress = images[0].Address is not null;
        if (images.Count == 1)
        {
            return Add(images[0], new JObject { ["source_type"] = isAddress ? "image_url" : "image_base64" });
        }

        return new JObject
        {
            ["source_type"] = isAddress ? "multiple_image_urls" : "multiple_image_base64",
            ["items"] = new JArray(images.Select(image => Add(image, []))),
        };

        static JObject Add(PinImage image, JObject target) => image.AddTo(target, "url", "data", "content_type");
    }
}
