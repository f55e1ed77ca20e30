using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Naming;

/// <summary>The rules by which groups, methods and inline types get their names when no decision gives one.</summary>
internal static class OperationNames
{
    public static string GroupRule(OperationNode operation) => Words.Pascal(operation.Tag);

    // A decision on the tag holds for all its operations.
    public static string? GroupDecision(JObject root, OperationNode operation) =>
        (string?)operation.Node[Keywords.Group]
        ?? (string?)
            (root["tags"] as JArray)?.FirstOrDefault(tag => (string?)tag["name"] == operation.Tag)?[Keywords.Group];

    /// <summary>pins/get in group pins is Get; followers/list in group user_account is ListFollowers.</summary>
    public static string MethodRule(OperationNode operation)
    {
        var steps = operation.Id.Split('/');
        if (steps.Length == 1)
        {
            return Words.Pascal(operation.Id);
        }

        var rest = string.Join('_', steps[1..]);
        return Same(steps[0], operation.Tag) ? Words.Pascal(rest) : Words.Pascal($"{rest}_{steps[0]}");
    }

    /// <summary>
    /// Proposes a method for an operation whose name by the rule is taken: all its words, then with a number.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="isFree">Whether a name is not taken.</param>
    public static string FreeMethod(OperationNode operation, Func<string, bool> isFree) =>
        FreeName.From(Words.Pascal(string.Join('_', operation.Id.Split('/').AsEnumerable().Reverse())), isFree);

    /// <summary>The beginning of the names of an operation's inline types: pins/save gives PinSave.</summary>
    public static string TypePrefix(OperationNode operation)
    {
        var steps = operation.Id.Split('/');
        return string.Concat(
            steps.Select((step, i) => i == 0 ? Words.Singular(Words.Pascal(step)) : Words.Pascal(step))
        );
    }

    private static bool Same(string step, string tag) =>
        Words.Singular(Words.Pascal(step)) == Words.Singular(Words.Pascal(tag));
}
