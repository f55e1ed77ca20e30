using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Unit.Spec.Pacts;

/// <summary>A pact with one interaction that lists boards.</summary>
internal static class SmallPact
{
    public static JObject Of(string version, string request, string response)
    {
        var (sent, answered) = (JObject.Parse(request), JObject.Parse(response));
        sent["method"] = "get";
        sent.TryAdd("path", "/boards");
        answered["status"] = 200;
        return new JObject
        {
            ["consumer"] = new JObject { ["name"] = "app" },
            ["provider"] = new JObject { ["name"] = "Pinterest" },
            ["interactions"] = new JArray(
                new JObject
                {
                    ["description"] = "boards",
                    ["request"] = sent,
                    ["response"] = answered,
                }
            ),
            ["metadata"] = new JObject { ["pactSpecification"] = new JObject { ["version"] = version } },
        };
    }
}
