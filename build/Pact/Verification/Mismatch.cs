using System.Text.Json;

namespace Pinterest.OpenApi.PactCore;

/// <summary>One difference between what a contract says and what was sent.</summary>
/// <param name="Place">Where it is, for example <c>status</c>, <c>header Content-Type</c> or
/// <c>body $.items[0].id</c>.</param>
/// <param name="Expected">What the contract has there: a value or the example of a rule.</param>
/// <param name="Actual">What was there.</param>
/// <param name="Text">The core's sentence, which names the rule.</param>
public sealed record Mismatch(string Place, string Expected, string Actual, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Text}";

    internal static Mismatch Read(JsonElement node)
    {
        var place = node.Text("type") switch
        {
            "StatusMismatch" => "status",
            "MethodMismatch" => "method",
            "PathMismatch" => "path",
            "HeaderMismatch" => $"header {node.Text("key")}",
            "QueryMismatch" => $"query {node.Text("parameter")}",
            "BodyTypeMismatch" => "body",
            "BodyMismatch" => $"body {node.Text("path")}",
            var other => other,
        };
        return new Mismatch(place, node.Text("expected"), node.Text("actual"), node.Text("mismatch"));
    }
}
