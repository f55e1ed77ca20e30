using System.Net.Http.Headers;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Unit.Support;

/// <summary>The answer of a sandbox.</summary>
internal sealed record SandboxAnswer(int Status, string Text, HttpResponseHeaders Headers)
{
    public JObject Json => JObject.Parse(Text);

    public string Id => (string)Json["id"]!;

    public string? Message => (string?)Json["message"];

    public int? Code => (int?)Json["code"];

    public string Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
