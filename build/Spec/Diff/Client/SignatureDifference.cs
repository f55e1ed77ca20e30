namespace Pinterest.OpenApi.Spec.Diff.Client;

/// <summary>Finds what differs between two signatures of a member.</summary>
internal static class SignatureDifference
{
    /// <summary>Tells whether a member is a method of an operation.</summary>
    public static bool IsMethod(string member) => member.EndsWith("Async", StringComparison.Ordinal);

    /// <summary>Gives what a method returns.</summary>
    public static string Returned(string signature) =>
        signature[..Math.Max(0, signature.IndexOf(" (", StringComparison.Ordinal))];

    /// <summary>
    /// Gives what only the signature of the base has, and what only that of the revision has. Example: IList&lt;Pin&gt;
    /// became IList&lt;PinSummary&gt;: Pin and PinSummary.
    /// </summary>
    public static Sides<string?> Of(string member, Sides<ClientSide> clients)
    {
        var types = clients.Select(client => client.TypesMentionedBy(member).ToList());
        var removed = types.Base.Except(types.Revision).FirstOrDefault();
        var added = types.Revision.Except(types.Base).FirstOrDefault();
        if (removed is not null && added is not null)
        {
            return new(removed, added);
        }

        var signatures = clients.Select(client => client.Surface.Members[member]);
        return IsMethod(member)
            ? PartsOf(signatures)
            : signatures.Select(signature => (string?)(signature.Length == 0 ? "no base" : signature));
    }

    private static Sides<string?> PartsOf(Sides<string> signatures)
    {
        var parts = signatures.Select(Split);
        var removed = parts.Base.Except(parts.Revision).ToList();
        var added = parts.Revision.Except(parts.Base).ToList();

        // The same parameters in another order: code that passes them by position means something else.
        return removed.Count + added.Count == 0
            ? parts.Select(side => (string?)$"({string.Join(", ", side.Skip(1))})")
            : new(Say(removed), Say(added));
    }

    private static List<string> Split(string signature) =>
        [
            .. signature
                .Split([", ", " (", ")"], StringSplitOptions.RemoveEmptyEntries)
                .Where(part => !part.StartsWith("CancellationToken", StringComparison.Ordinal)),
        ];

    private static string Say(List<string> parts) => parts.Count == 0 ? "nothing" : string.Join(", ", parts);
}
