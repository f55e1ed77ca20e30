using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Client;

/// <summary>
/// Finds which findings cause which changes of the client. Where the wire is the same and only the description
/// expresses it differently, a finding of its own says so. Example: an inline enum becomes a component, so the type
/// gets another name.
/// </summary>
internal sealed class ClientCauses(Sides<ClientSide> clients, ClientVerdict verdict)
{
    private readonly ChangedMembers _members = new(clients, verdict);
    private readonly HashSet<string> _explained = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];

    /// <summary>
    /// Gives the findings with the members that they change, and findings for the members that none of them explains.
    /// </summary>
    public IReadOnlyList<Finding> AddMembers(
        IReadOnlyList<Finding> findings,
        CancellationToken cancellationToken = default
    )
    {
        foreach (var finding in findings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var members = _members.FollowingFrom(_members.Named(MembersNamedBy(finding)));
            _explained.UnionWith(members);
            _findings.Add(finding with { ClientMembers = [.. members.Order(StringComparer.Ordinal)] });
        }

        // Changed members come first: what they changed to explains the types that are added and removed.
        ExplainChanged();
        ExplainTypes();
        return _findings;
    }

    private List<string> Unexplained(IReadOnlySet<string> members) =>
        [.. members.Where(member => !_explained.Contains(member))];

    private void ExplainChanged()
    {
        var groups = Unexplained(_members.Changed)
            .OrderBy(SignatureDifference.IsMethod)
            .ThenBy(member => member, StringComparer.Ordinal)
            .GroupBy(member => SignatureDifference.Of(member, clients));
        foreach (var group in groups.ToList())
        {
            Explain(ClientRules.ClientTypeChanged, [.. group], group.Key);
        }
    }

    private void ExplainTypes()
    {
        var groups = Unexplained(_members.All)
            .GroupBy(_members.TypeOf)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in groups.ToList())
        {
            var type = group.Key;
            switch (clients.Select(client => client.Surface.IsType(type)))
            {
                case (true, true):
                    Explain(
                        ClientRules.ClientMembersChanged,
                        [.. group],
                        clients.Select(client => Names(group.Where(client.Surface.Members.ContainsKey)))
                    );
                    break;
                case (true, false):
                    Explain(ClientRules.ClientTypeRemoved, [.. group], new(type, null));
                    break;
                default:
                    Explain(ClientRules.ClientTypeAdded, [.. group], new(null, type));
                    break;
            }
        }
    }

    private void Explain(DiffRule rule, List<string> members, Sides<string?> texts)
    {
        if (members.TrueForAll(_explained.Contains))
        {
            return;
        }

        var following = _members.FollowingFrom(members.Where(member => !_explained.Contains(member)));
        _explained.UnionWith(following);
        _findings.Add(
            ToFinding(rule, members[0], texts) with
            {
                ClientMembers = [.. following.Order(StringComparer.Ordinal)],
            }
        );
    }

    // The names of the members that stand for the place of a finding, and for the operations that it reaches.
    private List<string> MembersNamedBy(Finding finding)
    {
        var names = new List<string>();
        foreach (var client in new[] { clients.Base, clients.Revision })
        {
            names.AddRange(client.MembersAt(finding.Pointer));
            if (!finding.Pointer.StartsWith("#/components/schemas/", StringComparison.Ordinal))
            {
                names.AddRange(finding.Reached.Ids.SelectMany(id => client.OptionsAt(finding.Pointer, id)));
                names.AddRange(
                    finding.Reached.Ids.SelectMany(client.MembersOf).Where(member => CanChange(finding.Rule, member))
                );
            }
        }

        return names;
    }

    // Another status may change what a method returns, and nothing else. Headers, authentication, servers and
    // webhooks are in no signature.
    private bool CanChange(DiffRule rule, string member) =>
        rule.Area switch
        {
            "header" or "security" or "server" or "webhook" => false,
            "response" => SignatureDifference.IsMethod(member)
                && _members.Changed.Contains(member)
                && ReturnsOther(member),
            _ => true,
        };

    private bool ReturnsOther(string member)
    {
        var returned = clients.Select(client => SignatureDifference.Returned(client.Surface.Members[member]));
        return returned.Base != returned.Revision;
    }

    private static string? Names(IEnumerable<string> members)
    {
        var names = string.Join(", ", members.Select(member => member[(member.LastIndexOf('.') + 1)..]));
        return names.Length > 0 ? names : null;
    }

    private Finding ToFinding(DiffRule rule, string member, Sides<string?> texts)
    {
        var places = clients.Zip(texts, (client, type) => PlaceOf(client, type, member));
        var place = places.Revision ?? places.Base ?? clients.Revision.Root;
        var subject = PlaceNames.Of(place);
        return new Finding
        {
            Rule = rule,
            Severity = rule.Worst,
            Direction = Direction.None,
            Pointer = JsonPointer.Of(place),
            Subject = subject,
            BasePosition = Position.Of(places.Base),
            RevisionPosition = Position.Of(places.Revision),
            Reached = ReachedOperations.None,
            BaseText = texts.Base,
            RevisionText = texts.Revision,
            Message = rule.MessageFor(subject, texts.Base, texts.Revision),
            Fingerprint = Fingerprint.Of(rule.Id, member, texts.Base, texts.Revision),
        };
    }

    private JToken? PlaceOf(ClientSide client, string? type, string member) =>
        new[] { member, type, _members.TypeOf(member) }
            .OfType<string>()
            .Select(client.TokenOf)
            .FirstOrDefault(token => token is not null);
}
