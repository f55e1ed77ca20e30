using System.Text.Json;

namespace Pinterest.OpenApi.PactCore;

/// <summary>Reads the verifier's JSON.</summary>
internal static class VerificationReport
{
    public static VerificationResult Read(int code, string json, string output, string log)
    {
        using var document = JsonDocument.Parse(json);
        var results = document.RootElement.GetProperty("interactionResults").EnumerateArray().ToList();
        var interactions = results.Select(ReadInteraction).ToList();
        var problems = document
            .RootElement.GetProperty("errors")
            .EnumerateArray()
            .Where(error => !results.Exists(result => IsOf(result, error)))
            .Select(Message)
            .ToList();

        // The verifier is content when it finds nothing to do.
        if (problems.Count == 0 && interactions.Count == 0 && code == 0)
        {
            problems.Add(
                "Nothing was verified. Make sure that the sources hold contracts of this provider, and that the filters match some of them."
            );
        }
        else if (
            problems.Count == 0
            && code != 0
            && interactions.TrueForAll(interaction => interaction.Success || interaction.IsPending)
        )
        {
            problems.Add($"The verifier stopped with code {code}. {output.Trim()}");
        }

        return new VerificationResult(interactions, problems, output, log);
    }

    private static InteractionResult ReadInteraction(JsonElement node)
    {
        var hasFailure = node.TryGetProperty("mismatch", out var failure);
        var states = node.GetProperty("providerStates").EnumerateArray();
        return new InteractionResult
        {
            Consumer = node.Text("consumer"),
            Description = node.Text("description"),
            ProviderStates = [.. states.Select(state => state.GetString() ?? "")],
            Success = node.Text("result") == "OK",
            IsPending = node.GetProperty("pending").GetBoolean(),
            Error = hasFailure && failure.Text("type") == "error" ? failure.Text("message") : null,
            Mismatches =
                hasFailure && failure.TryGetProperty("mismatches", out var mismatches)
                    ? [.. mismatches.EnumerateArray().Select(Mismatch.Read)]
                    : [],
        };
    }

    // The errors list the failed interactions once more, and have nothing but their content in common with them.
    private static bool IsOf(JsonElement result, JsonElement error) =>
        result.TryGetProperty("mismatch", out var failure)
        && JsonElement.DeepEquals(failure, error.GetProperty("mismatch"));

    private static string Message(JsonElement error) =>
        error.GetProperty("mismatch").Text("message") is { Length: > 0 } message ? message : error.Text("interaction");
}
