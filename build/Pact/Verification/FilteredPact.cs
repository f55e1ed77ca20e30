using System.Text.Json.Nodes;
using Pinterest.OpenApi.Spec.Pacts;

namespace Pinterest.OpenApi.PactCore;

/// <summary>
/// A pact file with some of its interactions. The verifier has no filter that could tell operations apart.
/// </summary>
internal static class FilteredPact
{
    /// <summary>Writes the interactions that are sent into a folder, and gives the file.</summary>
    public static string Write(PactContract contract, string folder, Func<PactInteraction, bool> isSent)
    {
        var sent = contract
            .Interactions.Where(isSent)
            .Select(interaction => interaction.Description)
            .ToHashSet(StringComparer.Ordinal);
        var pact = JsonNode.Parse(File.ReadAllText(contract.File))!.AsObject();
        pact["interactions"]!
            .AsArray()
            .RemoveAll(interaction => !sent.Contains((string?)interaction?["description"] ?? ""));
        var file = Path.Combine(folder, Path.GetFileName(contract.File));
        File.WriteAllText(file, pact.ToJsonString());
        return file;
    }
}
