using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Client;

/// <summary>
/// Ties what happens to the client to the findings that cause it. Where the wire is the same and only the way of writing it
/// changed, a finding of its own says so.
/// </summary>
internal sealed class ClientCauses
{
    private readonly ClientSide _before;
    private readonly ClientSide _after;
    private readonly Dictionary<string, HashSet<string>> _membersOf = new(StringComparer.Ordinal);

    // What vanishes, changes or appears, and which of these mention which type.
    private readonly HashSet<string> _news;
    private readonly HashSet<string> _changed;
    private readonly Dictionary<string, List<string>> _mentions = new(StringComparer.Ordinal);

    public ClientCauses(ClientSide before, ClientSide after, ClientVerdict verdict)
    {
        (_before, _after) = (before, after);
        _changed = [.. verdict.Changed.Select(change => change[..change.IndexOf(": ", StringComparison.Ordinal)])];
        _news = [.. verdict.Removed, .. verdict.Added, .. _changed];
        foreach (var member in _news)
        {
            var type = TypeOf(member);
            Add(_membersOf, type, member);
            foreach (var mentioned in TypesOf(member))
            {
                Add(_mentions, mentioned, member);
            }
        }

        static void Add<T>(Dictionary<string, T> lists, string key, string value)
            where T : ICollection<string>, new()
        {
            if (!lists.TryGetValue(key, out var list))
            {
                lists[key] = list = [];
            }

            list.Add(value);
        }
    }

    /// <summary>Gives the findings with their members, and findings for what no other explains.</summary>
    public IReadOnlyList<Finding> Tie(IReadOnlyList<Finding> findings, Description before, Description after)
    {
        var tied = new HashSet<string>(StringComparer.Ordinal);
        var result = new List<Finding>(findings.Count);
        foreach (var finding in findings)
        {
            var members = Reached(Start(finding));
            tied.UnionWith(members);
            result.Add(finding with { ClientMembers = [.. members.Order(StringComparer.Ordinal)] });
        }

        // Members first: their types are explained by what they changed to.
        foreach (
            var group in Left(_changed)
                .OrderBy(IsMethod)
                .ThenBy(member => member, StringComparer.Ordinal)
                .GroupBy(Difference)
                .ToList()
        )
        {
            Explain(ClientRules.TypeChanged, [.. group], group.Key);
        }

        foreach (var group in Left(_news).GroupBy(TypeOf).OrderBy(group => group.Key, StringComparer.Ordinal).ToList())
        {
            var (was, isNow) = (_before.Surface.IsType(group.Key), _after.Surface.IsType(group.Key));
            if (was && isNow)
            {
                Explain(
                    ClientRules.MembersChanged,
                    [.. group],
                    (
                        Names(group.Where(_before.Surface.Members.ContainsKey)),
                        Names(group.Where(_after.Surface.Members.ContainsKey))
                    )
                );
            }
            else
            {
                Explain(
                    was ? ClientRules.TypeRemoved : ClientRules.TypeAdded,
                    [.. group],
                    was ? (group.Key, null) : (null, group.Key)
                );
            }
        }

        return result;

        List<string> Left(HashSet<string> members) => [.. members.Where(member => !tied.Contains(member))];

        void Explain(DiffRule rule, List<string> members, (string? Old, string? New) pair)
        {
            if (members.TrueForAll(tied.Contains))
            {
                return;
            }

            var reached = Reached(members.Where(member => !tied.Contains(member)));
            tied.UnionWith(reached);
            result.Add(Found(rule, members[0], pair, reached, before, after));
        }
    }

    private IEnumerable<string> Start(Finding finding)
    {
        var found = new List<string>();
        foreach (var side in new[] { _before, _after })
        {
            found.AddRange(side.MembersAt(finding.Pointer));
            if (finding.Pointer.StartsWith("#/components/schemas/", StringComparison.Ordinal))
            {
                continue;
            }

            found.AddRange(
                finding.OperationIds.SelectMany(side.MembersOf).Where(member => CanChange(finding.Rule, member))
            );
        }

        return found
            .SelectMany(member =>
                member.EndsWith('.') ? _membersOf.GetValueOrDefault(member[..^1]) ?? [] : (IEnumerable<string>)[member]
            )
            .Where(_news.Contains);
    }

    // Another status may change what a method returns, nothing else; how callers are let in shows in no signature.
    private bool CanChange(DiffRule rule, string member) =>
        rule.Area switch
        {
            "header" or "security" or "server" => false,
            "response" => IsMethod(member)
                && _changed.Contains(member)
                && Returned(_before.Surface.Members[member]) != Returned(_after.Surface.Members[member]),
            _ => true,
        };

    private static string Returned(string signature) =>
        signature[..Math.Max(0, signature.IndexOf(" (", StringComparison.Ordinal))];

    // A member that comes or goes takes the types along that only it mentions, and their heirs; a type that comes or goes changes what mentions it.
    private HashSet<string> Reached(IEnumerable<string> start)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>(start);
        while (pending.TryPop(out var member))
        {
            if (!reached.Add(member))
            {
                continue;
            }

            foreach (
                var type in TypesOf(member)
                    .Prepend(TypeOf(member))
                    .Where(IsWholeNews)
                    .Where(type => !_after.IsGroup(type) && !_before.IsGroup(type))
            )
            {
                Push(type);
            }
        }

        return reached;

        void Push(string type)
        {
            foreach (var each in _membersOf.GetValueOrDefault(type) ?? [])
            {
                pending.Push(each);
            }

            foreach (var heir in _before.Surface.HeirsOf(type).Concat(_after.Surface.HeirsOf(type)).Where(IsWholeNews))
            {
                foreach (var each in _membersOf.GetValueOrDefault(heir) ?? [])
                {
                    pending.Push(each);
                }
            }

            foreach (var each in (_mentions.GetValueOrDefault(type) ?? []).Where(_changed.Contains))
            {
                pending.Push(each);
            }
        }
    }

    private bool IsWholeNews(string type) => _news.Contains(type) && !_changed.Contains(type);

    private IEnumerable<string> TypesOf(string member) =>
        Types(_before, member).Concat(Types(_after, member)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Types(ClientSide side, string member) =>
        side.Surface.Members.TryGetValue(member, out var signature) ? side.Surface.TypesIn(signature) : [];

    // What stood in the signature and does not any more, and what stands there instead.
    private (string? Old, string? New) Difference(string member)
    {
        var (old, now) = (Types(_before, member).ToList(), Types(_after, member).ToList());
        var (gone, come) = (old.Except(now).FirstOrDefault(), now.Except(old).FirstOrDefault());
        if (gone is not null && come is not null)
        {
            return (gone, come);
        }

        var (before, after) = (_before.Surface.Members[member], _after.Surface.Members[member]);
        return IsMethod(member)
            ? Parts(before, after)
            : (before.Length == 0 ? "no base" : before, after.Length == 0 ? "no base" : after);
    }

    private static (string? Old, string? New) Parts(string before, string after)
    {
        var (old, now) = (Split(before), Split(after));
        var (gone, come) = (old.Except(now).ToList(), now.Except(old).ToList());
        return gone.Count + come.Count == 0 ? (Order(old), Order(now)) : (Say(gone), Say(come));

        // The same parameters in another order: code that passes them by position means something else.
        static string Order(List<string> parts) => $"({string.Join(", ", parts.Skip(1))})";

        static List<string> Split(string signature) =>
            [
                .. signature
                    .Split([", ", " (", ")"], StringSplitOptions.RemoveEmptyEntries)
                    .Where(part => !part.StartsWith("CancellationToken", StringComparison.Ordinal)),
            ];

        static string Say(List<string> parts) => parts.Count == 0 ? "nothing" : string.Join(", ", parts);
    }

    private static string? Names(IEnumerable<string> members) =>
        string.Join(", ", members.Select(member => member[(member.LastIndexOf('.') + 1)..])) is { Length: > 0 } names
            ? names
            : null;

    private static bool IsMethod(string member) => member.EndsWith("Async", StringComparison.Ordinal);

    private string TypeOf(string member) =>
        _before.Surface.IsType(member) || _after.Surface.IsType(member) ? member
        : member.LastIndexOf('.') is var dot and >= 0 ? member[..dot]
        : member;

    private Finding Found(
        DiffRule rule,
        string member,
        (string? Old, string? New) pair,
        HashSet<string> members,
        Description before,
        Description after
    )
    {
        var (old, now) = (Token(_before, pair.Old, member, before), Token(_after, pair.New, member, after));
        var place = now ?? old ?? after.Root;
        var subject = PlaceNames.Of(place);
        return new Finding
        {
            Rule = rule,
            Severity = rule.Worst,
            Direction = Direction.None,
            Pointer = JsonPointer.Of(place),
            Subject = subject,
            BasePosition = Position.Of(old),
            RevisionPosition = Position.Of(now),
            Operations = [],
            Groups = [],
            Old = pair.Old,
            New = pair.New,
            Message = string.Format(
                CultureInfo.InvariantCulture,
                rule.Message,
                subject,
                pair.Old ?? "none",
                pair.New ?? "none"
            ),
            Fingerprint = DescriptionDiff.Fingerprint(rule.Id, member, pair.Old, pair.New),
            ClientMembers = [.. members.Order(StringComparer.Ordinal)],
        };
    }

    private JToken? Token(ClientSide side, string? type, string member, Description description) =>
        new[] { member, type, TypeOf(member) }
            .OfType<string>()
            .Select(side.PlaceOf)
            .OfType<string>()
            .Select(place => JsonPointer.Find(description.Root, place))
            .FirstOrDefault(token => token is not null);
}
