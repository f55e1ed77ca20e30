using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Naming;

/// <summary>The rules by which groups, methods and inline types get their names when no decision gives one.</summary>
internal static class OperationNames
{
    // How the ids say it, and how a method says it.
    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["get"] = "Get",
        ["read"] = "Get",
        ["list"] = "List",
        ["search"] = "Search",
        ["create"] = "Create",
        ["post"] = "Create",
        ["update"] = "Update",
        ["patch"] = "Update",
        ["edit"] = "Update",
        ["put"] = "Replace",
        ["delete"] = "Delete",
        ["del"] = "Delete",
        ["add"] = "Add",
        ["apply"] = "Apply",
        ["cancel"] = "Cancel",
        ["download"] = "Download",
        ["follow"] = "Follow",
        ["ingest"] = "Ingest",
        ["process"] = "Process",
        ["redeem"] = "Redeem",
        ["remove"] = "Remove",
        ["respond"] = "Respond",
        ["revoke"] = "Revoke",
        ["run"] = "Run",
        ["save"] = "Save",
        ["send"] = "Send",
        ["share"] = "Share",
        ["submit"] = "Submit",
        ["unverify"] = "Unverify",
        ["verify"] = "Verify",
    };

    // Members that every class has.
    private static readonly HashSet<string> OfObject = new(StringComparer.Ordinal)
    {
        "Equals",
        "Finalize",
        "GetHashCode",
        "GetType",
        "MemberwiseClone",
        "ReferenceEquals",
        "ToString",
    };

    // What the class Operations names without a namespace.
    private static readonly HashSet<string> NamedByOperations = new(StringComparer.Ordinal)
    {
        "Operation",
        "OperationAccess",
        "OperationParameter",
        "ParameterStyle",
        "SecurityAlternative",
        "System",
    };

    // Members of the client and of the class Operations, and the word that makes a PinterestClient of a group.
    private static readonly HashSet<string> NoGroups = new(StringComparer.Ordinal)
    {
        "All",
        "Find",
        "Connection",
        "ForUser",
        "Operations",
        "Pinterest",
        "RateLimits",
        "With",
    };

    public static string GroupRule(OperationNode operation)
    {
        var group = Words.Pascal(operation.Tag);
        return IsTaken(group) || NoGroups.Contains(group) ? group + "Group" : group;
    }

    // A decision on the tag holds for all its operations.
    public static string? GroupDecision(JObject root, OperationNode operation) =>
        (string?)operation.Node[Keywords.Group]
        ?? (string?)
            (root["tags"] as JArray)?.FirstOrDefault(tag => (string?)tag["name"] == operation.Tag)?[Keywords.Group];

    /// <summary>
    /// Gives verb and noun, without what the group says: pins/get in group pins is Get, followers/list in group
    /// user_account is ListFollowers, and delete_business_partners in group business_access_relationships is DeletePartners.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="isPaged">Whether the response is a page, which is listed and not got.</param>
    public static string MethodRule(OperationNode operation, bool isPaged) =>
        WithoutAsync(WholeMethodRule(operation, isPaged));

    private static string WholeMethodRule(OperationNode operation, bool isPaged)
    {
        var steps = operation.Id.Split('/').Select(Words.Split).Where(step => step.Count > 0).ToList();
        if (steps.Count == 0)
        {
            return Words.Pascal(operation.Id);
        }

        var verb = TakeVerb(steps);
        if (isPaged && verb is "Get")
        {
            verb = "List";
        }

        var nouns = WithoutGroup(steps.SelectMany(step => step), Words.Split(operation.Tag));
        return nouns.Count == 0 ? verb : verb + Words.Pascal(string.Join('_', nouns));
    }

    // Every method ends in Async, which the generator writes once: GetThingAsync is GetThing here.
    private static string WithoutAsync(string method)
    {
        const string ending = "Async";
        return method switch
        {
            ending => method + "Method",
            _ when method.EndsWith(ending, StringComparison.Ordinal) => method[..^ending.Length],
            _ => method,
        };
    }

    // The verb begins the last step (boards/list_pins), or ends it (product_counts_get), or begins the id.
    private static string TakeVerb(List<List<string>> steps)
    {
        foreach (var (step, at) in new[] { (steps[^1], 0), (steps[^1], steps[^1].Count - 1), (steps[0], 0) })
        {
            if (step.Count > 0 && Verbs.TryGetValue(step[at].ToLowerInvariant(), out var verb))
            {
                step.RemoveAt(at);
                DropHow(step);
                return verb;
            }
        }

        return "Get";
    }

    // get_by_id and get_list say how, and not what.
    private static void DropHow(List<string> step)
    {
        if (step is ["by", ..] or ["list"])
        {
            step.Clear();
        }
    }

    // What begins the nouns and begins or ends the group is said by the group: ad_groups_bid_floor is BidFloor in ad_groups.
    private static List<string> WithoutGroup(IEnumerable<string> nouns, List<string> group)
    {
        var left = nouns.ToList();
        for (var length = Math.Min(group.Count, left.Count); length > 0; length--)
        {
            var begin = left.Take(length).Select(Singular).ToList();
            if (
                begin.SequenceEqual(group.Take(length).Select(Singular), StringComparer.Ordinal)
                || begin.SequenceEqual(group.TakeLast(length).Select(Singular), StringComparer.Ordinal)
            )
            {
                left.RemoveRange(0, length);
                return left;
            }
        }

        return left;
    }

    private static string Singular(string word) => Words.Singular(word.ToLowerInvariant());

    /// <summary>
    /// Gives a name that the class of a group can have for one of its members, which may not be called as the class
    /// is. Example: the operation search of the group Search is RunSearch.
    /// </summary>
    /// <param name="group">The C# name of the group.</param>
    /// <param name="method">The name by the rule.</param>
    public static string WithinGroup(string group, string method) =>
        method == group || IsTaken(method) ? "Run" + method : method;

    private static bool IsTaken(string name) => OfObject.Contains(name) || NamedByOperations.Contains(name);

    /// <summary>
    /// Proposes a method for an operation whose name by the rule is taken: all its words, then with a number.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="isFree">Whether a name is not taken.</param>
    public static string FreeMethod(OperationNode operation, Func<string, bool> isFree) =>
        FreeName.From(
            WithoutAsync(Words.Pascal(string.Join('_', operation.Id.Split('/').AsEnumerable().Reverse()))),
            isFree
        );

    /// <summary>The beginning of the names of an operation's inline types: pins/save gives PinSave.</summary>
    public static string TypePrefix(OperationNode operation)
    {
        var steps = operation.Id.Split('/');
        return string.Concat(
            steps.Select((step, i) => i == 0 ? Words.Singular(Words.Pascal(step)) : Words.Pascal(step))
        );
    }
}
