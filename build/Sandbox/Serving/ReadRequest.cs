using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Sandbox.Serving;

/// <summary>A request that the description allows.</summary>
/// <param name="Operation">What it asks for.</param>
/// <param name="Values">Its parameters, typed.</param>
/// <param name="Body">Its body, or null.</param>
internal sealed record ReadRequest(OperationSchemas Operation, IReadOnlyDictionary<string, JToken> Values, JToken? Body)
{
    public string? Text(string parameter) => (string?)(Values.GetValueOrDefault(parameter) as JValue);

    public bool Flag(string parameter) => Values.GetValueOrDefault(parameter).IsTrue();

    public IReadOnlyList<string> List(string parameter) =>
        Values.GetValueOrDefault(parameter) is JArray list ? [.. list.Select(item => (string)item!)] : [];
}
