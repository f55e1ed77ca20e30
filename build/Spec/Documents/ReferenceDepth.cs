using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Measures how deep a description nests when its references are followed, so that whoever walks it with a call within a
/// call has room on the stack. Example: A refers to B, and B to C; each adds its own nesting. Parts that refer to each
/// other in a circle count once each, since a walk may take them one after the other.
/// </summary>
internal sealed class ReferenceDepth
{
    private readonly Dictionary<string, Part> _parts = new(StringComparer.Ordinal);
    private readonly Stack<Part> _open = new();
    private readonly JObject _root;
    private int _count;

    private ReferenceDepth(JObject root) => _root = root;

    /// <summary>Checks that a description nests no deeper than a limit.</summary>
    /// <param name="description">The description; its references need not lead anywhere.</param>
    /// <param name="limit">The deepest nesting, in levels of JSON.</param>
    /// <exception cref="SpecException">It nests deeper.</exception>
    public static void Check(Description description, int limit)
    {
        var measure = new ReferenceDepth(description.Root);
        var all = new Part(description.Root);
        Read(all);
        foreach (var part in all.Targets.Select(measure.Find).OfType<Part>())
        {
            if (part.Order == 0)
            {
                measure.Measure(part);
            }
        }

        var (target, deep) = measure._parts.FirstOrDefault(entry => entry.Value.Depth > limit);
        if (deep is not null)
        {
            throw new SpecException(
                description.Place(deep.Node),
                $"References from '{target}' on lead through more than {limit} levels.",
                DescriptionChecks.Correct
            );
        }
    }

    // Tarjan's search for parts that refer to each other, without a call within a call.
    private void Measure(Part first)
    {
        var path = new Stack<(Part Part, IEnumerator<string> Targets)>();
        Enter(first);
        while (path.TryPeek(out var current))
        {
            if (!current.Targets.MoveNext())
            {
                path.Pop();
                Leave(current.Part);
                if (path.TryPeek(out var from))
                {
                    from.Part.Lowest = Math.Min(from.Part.Lowest, current.Part.Lowest);
                }
            }
            else if (Find(current.Targets.Current) is { } next)
            {
                if (next.Order == 0)
                {
                    Enter(next);
                }
                else if (next.IsOpen)
                {
                    current.Part.Lowest = Math.Min(current.Part.Lowest, next.Order);
                }
            }
        }

        void Enter(Part part)
        {
            Read(part);
            part.Order = ++_count;
            part.Lowest = part.Order;
            part.IsOpen = true;
            _open.Push(part);
            path.Push((part, part.Targets.GetEnumerator()));
        }
    }

    // Ends a circle, or a part that is in none, whose references have all been followed.
    private void Leave(Part part)
    {
        if (part.Lowest != part.Order)
        {
            return;
        }

        var circle = new List<Part>();
        do
        {
            circle.Add(_open.Pop());
        } while (circle[^1] != part);

        var below = circle
            .SelectMany(member => member.Targets)
            .Select(Find)
            .Select(target => target is { IsOpen: false } ? target.Depth : 0)
            .DefaultIfEmpty()
            .Max();
        var depth = below + circle.Sum(member => member.Own);
        foreach (var member in circle)
        {
            member.IsOpen = false;
            member.Depth = depth;
        }
    }

    private Part? Find(string target)
    {
        if (!_parts.TryGetValue(target, out var part) && JsonPointer.Find(_root, target) is { } node)
        {
            _parts[target] = part = new Part(node);
        }

        return part;
    }

    // Any text that looks like a reference counts, wherever it stands; one too many does no harm.
    private static void Read(Part part)
    {
        var pending = new Stack<(JToken Node, int Depth)>();
        pending.Push((part.Node, 1));
        while (pending.TryPop(out var current))
        {
            part.Own = Math.Max(part.Own, current.Depth);
            if (current.Node is JValue { Value: string text } && TargetOf(current.Node, text) is { } target)
            {
                part.Targets.Add(target);
            }

            foreach (var child in current.Node.Children())
            {
                pending.Push((child, child is JProperty ? current.Depth : current.Depth + 1));
            }
        }
    }

    // A discriminator may map to the bare name of a schema.
    private static string? TargetOf(JToken node, string text)
    {
        if (text.StartsWith("#/", StringComparison.Ordinal))
        {
            return text;
        }

        var map = (node.Parent as JProperty)?.Parent;
        return map?.Parent is JProperty { Name: "mapping" } ? JsonPointer.Append("#/components/schemas", text) : null;
    }

    private sealed class Part(JToken node)
    {
        public JToken Node { get; } = node;

        /// <summary>Gets what it refers to.</summary>
        public HashSet<string> Targets { get; } = new(StringComparer.Ordinal);

        /// <summary>Gets or sets how deep it nests by itself.</summary>
        public int Own { get; set; }

        /// <summary>Gets or sets how deep it nests with what it refers to.</summary>
        public int Depth { get; set; }

        /// <summary>Gets or sets when the search found it; 0 before.</summary>
        public int Order { get; set; }

        /// <summary>Gets or sets the first part that it leads back to.</summary>
        public int Lowest { get; set; }

        /// <summary>Gets or sets whether the search is not done with its circle.</summary>
        public bool IsOpen { get; set; }
    }
}
