using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Compares how operations and documents let callers in.</summary>
internal static class SecurityComparer
{
    public static void CompareOperations(
        Comparison comparison,
        DiffOperation old,
        DiffOperation now,
        IReadOnlyDictionary<string, string> renamed
    )
    {
        var (before, after) = (Alternatives(old.Security, renamed), Alternatives(now.Security));

        // Whoever was let in must be let in still: each old way must satisfy one of the new ones, and the other way round.
        var lost = before.Where(way => !after.Exists(other => Satisfies(way, other))).ToList();
        var gained = after.Where(way => !before.Exists(other => Satisfies(way, other))).ToList();
        if (lost.Count > 0)
        {
            Add(OperationRules.SecurityTightened, lost, after);
        }
        else if (gained.Count > 0)
        {
            Add(OperationRules.SecurityRelaxed, before, gained);
        }

        void Add(
            DiffRule rule,
            List<Dictionary<string, HashSet<string>>> was,
            List<Dictionary<string, HashSet<string>>> isNow
        ) =>
            comparison.Add(
                rule,
                Direction.None,
                new Change(old.Security, now.Security, Say(was), Say(isNow))
                {
                    NearBefore = old.Node,
                    NearAfter = now.Node,
                }
            );
    }

    public static void CompareSchemes(Comparison comparison, JObject before, JObject after)
    {
        var (old, now, renamed) = (Schemes(before), Schemes(after), Renamed(before, after));
        foreach (var was in old.Properties())
        {
            if (renamed.TryGetValue(was.Name, out var name))
            {
                comparison.Add(
                    OperationRules.SchemeRenamed,
                    Direction.None,
                    new Change(was.Value, now[name], was.Name, name)
                );
                continue;
            }

            if (now[was.Name] is not JObject isNow)
            {
                comparison.Add(OperationRules.SchemeRemoved, Direction.None, new Change(was.Value, null, was.Name));
                continue;
            }

            foreach (var (oldValue, newValue, place) in Facts((JObject)was.Value, isNow))
            {
                comparison.Add(
                    OperationRules.SchemeChanged,
                    Direction.None,
                    new Change(
                        oldValue,
                        newValue,
                        $"{place} {oldValue?.ToString() ?? "none"}",
                        $"{place} {newValue?.ToString() ?? "none"}"
                    )
                    {
                        NearBefore = was.Value,
                        NearAfter = isNow,
                    }
                );
            }

            CompareScopes(comparison, (JObject)was.Value, isNow);
        }

        foreach (
            var isNow in now.Properties()
                .Where(scheme => old[scheme.Name] is null && !renamed.Values.Contains(scheme.Name))
        )
        {
            comparison.Add(OperationRules.SchemeAdded, Direction.None, new Change(null, isNow.Value, null, isNow.Name));
        }
    }

    /// <summary>Finds the schemes that have another name but say the same; old name to new.</summary>
    public static IReadOnlyDictionary<string, string> Renamed(JObject before, JObject after)
    {
        var (old, now) = (Schemes(before), Schemes(after));
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var was in old.Properties().Where(scheme => now[scheme.Name] is null))
        {
            if (
                now.Properties()
                    .FirstOrDefault(scheme =>
                        old[scheme.Name] is null
                        && !renamed.ContainsValue(scheme.Name)
                        && JToken.DeepEquals(Plain(scheme.Value), Plain(was.Value))
                    ) is
                { } isNow
            )
            {
                renamed[was.Name] = isNow.Name;
            }
        }

        return renamed;

        static JToken Plain(JToken scheme)
        {
            var plain = scheme.DeepClone();
            (plain as JObject)?.Remove("description");
            return plain;
        }
    }

    private static void CompareScopes(Comparison comparison, JObject before, JObject after)
    {
        var (oldFlows, newFlows) = (before["flows"] as JObject ?? [], after["flows"] as JObject ?? []);
        foreach (var flow in newFlows.Properties().Where(flow => oldFlows[flow.Name] is null))
        {
            comparison.Add(
                OperationRules.FlowAdded,
                Direction.None,
                new Change(null, flow.Value, null, flow.Name) { NearBefore = before }
            );
        }

        foreach (var flow in oldFlows.Properties())
        {
            if (newFlows[flow.Name] is null)
            {
                comparison.Add(
                    OperationRules.FlowRemoved,
                    Direction.None,
                    new Change(flow.Value, null, flow.Name) { NearAfter = after }
                );
            }

            if (
                flow.Value.Member("scopes") is not JObject old
                || after["flows"].Member(flow.Name).Member("scopes") is not JObject now
            )
            {
                continue;
            }

            foreach (var scope in old.Properties().Where(scope => now[scope.Name] is null))
            {
                comparison.Add(
                    OperationRules.ScopeRemoved,
                    Direction.None,
                    new Change(scope.Value, null, scope.Name) { NearAfter = now }
                );
            }

            foreach (var scope in now.Properties().Where(scope => old[scope.Name] is null))
            {
                comparison.Add(
                    OperationRules.ScopeAdded,
                    Direction.None,
                    new Change(null, scope.Value, null, scope.Name) { NearBefore = old }
                );
            }
        }
    }

    private static IEnumerable<(JToken? Old, JToken? New, string Place)> Facts(JObject before, JObject after)
    {
        foreach (var keyword in new[] { "type", "name", "in", "scheme", "openIdConnectUrl" })
        {
            if (!JToken.DeepEquals(before[keyword], after[keyword]))
            {
                yield return (before[keyword], after[keyword], keyword);
            }
        }

        var (old, now) = (before["flows"] as JObject ?? [], after["flows"] as JObject ?? []);
        foreach (var name in old.Properties().Select(flow => flow.Name).Where(name => now[name] is not null))
        {
            foreach (var keyword in new[] { "authorizationUrl", "tokenUrl", "refreshUrl" })
            {
                var (was, isNow) = (old[name].Member(keyword), now[name].Member(keyword));
                if (!JToken.DeepEquals(was, isNow))
                {
                    yield return (was, isNow, $"{name} {keyword}");
                }
            }
        }
    }

    private static JObject Schemes(JObject root)
    {
        var schemes = root["components"].Member("securitySchemes") as JObject ?? [];
        return schemes.Properties().All(scheme => scheme.Value is JObject) ? schemes : [];
    }

    // No security at all is one way: without anything.
    private static List<Dictionary<string, HashSet<string>>> Alternatives(
        JToken? security,
        IReadOnlyDictionary<string, string>? renamed = null
    )
    {
        var ways = (security as JArray ?? [])
            .OfType<JObject>()
            .Select(way =>
                way.Properties()
                    .GroupBy(scheme => renamed?.GetValueOrDefault(scheme.Name) ?? scheme.Name, StringComparer.Ordinal)
                    .ToDictionary(
                        scheme => scheme.Key,
                        scheme =>
                            scheme
                                .SelectMany(each => each.Value as JArray ?? [])
                                .Select(scope => scope.ToString())
                                .ToHashSet(StringComparer.Ordinal),
                        StringComparer.Ordinal
                    )
            )
            .ToList();
        return ways.Count == 0
            ?
            [
                [],
            ]
            : ways;
    }

    private static bool Satisfies(
        Dictionary<string, HashSet<string>> held,
        Dictionary<string, HashSet<string>> wanted
    ) => wanted.All(scheme => held.TryGetValue(scheme.Key, out var scopes) && scheme.Value.IsSubsetOf(scopes));

    private static string Say(List<Dictionary<string, HashSet<string>>> ways) =>
        string.Join(
            " or ",
            ways.Select(way =>
                way.Count == 0
                    ? "nothing"
                    : string.Join(
                        " and ",
                        way.Select(scheme =>
                            scheme.Value.Count == 0
                                ? scheme.Key
                                : $"{scheme.Key} ({string.Join(", ", scheme.Value.Order(StringComparer.Ordinal))})"
                        )
                    )
            )
        );
}
