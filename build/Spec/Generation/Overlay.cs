using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>
/// Our decisions on a description: an OpenAPI Overlay 1.0 document whose actions each have a target and a reason.
/// </summary>
internal sealed class Overlay
{
    private const string UntilKeyword = "x-until";
    private const string FromKeyword = "x-from";

    private readonly JObject _root;
    private readonly string _name;

    private Overlay(JObject root, string name)
    {
        _root = root;
        _name = name;
    }

    /// <summary>Gets an overlay that decides nothing.</summary>
    public static Overlay Empty { get; } =
        new(new JObject { ["overlay"] = "1.0.0", ["actions"] = new JArray() }, "no overlay");

    /// <summary>Gets the actions, in their order.</summary>
    public IEnumerable<JObject> Actions => ((JArray)_root["actions"]!).OfType<JObject>();

    /// <summary>Gets the errors of Microsoft.OpenApi.Readers that were accepted.</summary>
    public IReadOnlyList<ToleratedError> ToleratedErrors =>
        [
            .. (_root["x-tolerated-errors"] as JArray ?? []).Select(item => new ToleratedError(
                (string)item["rule"]!,
                (string)item["pointer"]!,
                (string?)item["text"],
                (string)item["reason"]!
            )),
        ];

    /// <summary>Reads an overlay, or gives the empty one when the file does not exist.</summary>
    /// <exception cref="SpecException">The file is not an Overlay 1.0 document.</exception>
    public static Overlay ReadIfPresent(string path) => File.Exists(path) ? Parse(BoundedFile.Read(path), path) : Empty;

    /// <summary>Reads an overlay from bytes.</summary>
    /// <exception cref="SpecException">The bytes are not an Overlay 1.0 document.</exception>
    public static Overlay Parse(byte[] bytes, string name)
    {
        var root = DescriptionReader.Parse(bytes, name);
        if (
            (string?)root["overlay"] is not { } version
            || !version.StartsWith("1.0", StringComparison.Ordinal)
            || root["actions"] is not JArray
        )
        {
            throw new SpecException(
                name,
                "This is not an OpenAPI Overlay 1.0 document.",
                "Add the members 'overlay: 1.0.0' and 'actions'."
            );
        }

        return new Overlay(root, name);
    }

    /// <summary>Applies the actions in their order.</summary>
    /// <param name="document">The document to change. An action with <c>x-until</c> is left out when the document is of a
    /// later release, and one with <c>x-from</c> when it is of an earlier one.</param>
    /// <param name="stale">Is told each action whose target is not there: a decision on nothing. Such an action is left
    /// out.</param>
    /// <returns>How many places were changed.</returns>
    /// <exception cref="SpecException">A target cannot be read.</exception>
    public int Apply(JObject document, Action<OpenDecision> stale)
    {
        var changed = 0;
        foreach (var action in Actions.Where(action => IsForRelease(document, action)))
        {
            var targets = Select(document, action);
            if (targets.Count == 0)
            {
                stale(
                    new OpenDecision(
                        JsonPointer.Place(_name, action),
                        $"The target {action["target"]} matches nothing in the description.",
                        $"Remove the action, correct its target, or keep it for older releases with '{UntilKeyword}'."
                    )
                );
            }

            foreach (var target in targets)
            {
                Apply(target, action);
            }

            changed += targets.Count;
        }

        return changed;
    }

    // A decision on what a later release no longer has is still needed for the older ones, and the other way round.
    private static bool IsForRelease(JObject document, JObject action)
    {
        if (!Version.TryParse(document["info"].Member("version").Text(), out var release))
        {
            return true;
        }

        var isOver = Version.TryParse(action[UntilKeyword].Text(), out var last) && release > last;
        var isEarly = Version.TryParse(action[FromKeyword].Text(), out var first) && release < first;
        return !isOver && !isEarly;
    }

    private List<JToken> Select(JObject document, JObject action)
    {
        var target =
            (string?)action["target"]
            ?? throw new SpecException(
                JsonPointer.Place(_name, action),
                "The action has no target.",
                "Add a JSONPath."
            );
        try
        {
            return [.. document.SelectTokens(target)];
        }
        catch (JsonException error)
        {
            throw new SpecException(
                JsonPointer.Place(_name, action),
                $"The target {target} is not a JSONPath ({error.Message}).",
                "Correct the JSONPath.",
                error
            );
        }
    }

    private static void Apply(JToken target, JObject action)
    {
        if (action["remove"].IsTrue())
        {
            target.Detach();
        }
        else if (action["update"] is { } update)
        {
            if (target is JArray list)
            {
                list.Add(update.DeepClone());
            }
            else
            {
                ((JObject)target).Merge(
                    update,
                    new JsonMergeSettings
                    {
                        MergeArrayHandling = MergeArrayHandling.Concat,
                        MergeNullValueHandling = MergeNullValueHandling.Merge,
                    }
                );
            }
        }
    }
}
