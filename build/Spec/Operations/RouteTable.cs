namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>
/// Finds the operation of a request. A fixed step wins over a parameter: /pins/analytics is not /pins/{pin_id}.
/// </summary>
internal sealed class RouteTable<T>
    where T : class
{
    private static readonly Dictionary<string, string> NoValues = [];

    private readonly Node _root = new();

    /// <summary>Makes a table.</summary>
    /// <param name="operations">The operations.</param>
    /// <param name="facts">What the description says of each.</param>
    public RouteTable(IEnumerable<T> operations, Func<T, OperationFacts> facts)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(facts);
        foreach (var operation in operations)
        {
            var (node, steps) = (_root, Steps(facts(operation).Path));
            foreach (var step in steps)
            {
                if (IsParameter(step))
                {
                    node = node.Parameter ??= new Node();
                }
                else
                {
                    node = node.Fixed.TryGetValue(step, out var next) ? next : node.Fixed[step] = new Node();
                }
            }

            node.Operations[facts(operation).Method] = (operation, steps);
        }
    }

    /// <summary>Finds an operation.</summary>
    /// <param name="method">The method, in capitals.</param>
    /// <param name="path">The path, without the base path.</param>
    public RouteMatch<T> Find(string method, string path)
    {
        var steps = Steps(path);
        if (Find(_root, steps, 0, method) is not { } node)
        {
            return new RouteMatch<T>(null, NoValues, []);
        }

        if (!node.Operations.TryGetValue(method, out var found))
        {
            return new RouteMatch<T>(null, NoValues, [.. node.Operations.Keys.Order(StringComparer.Ordinal)]);
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < steps.Length; i++)
        {
            if (IsParameter(found.Steps[i]))
            {
                values[found.Steps[i][1..^1]] = Uri.UnescapeDataString(steps[i]);
            }
        }

        return new RouteMatch<T>(found.Operation, values, []);
    }

    // A path that has the method wins over one that only has others.
    private static Node? Find(Node node, string[] steps, int index, string method)
    {
        if (index == steps.Length)
        {
            return node.Operations.Count > 0 ? node : null;
        }

        var exact = node.Fixed.TryGetValue(steps[index], out var next) ? Find(next, steps, index + 1, method) : null;
        if (exact?.Operations.ContainsKey(method) == true)
        {
            return exact;
        }

        var general = node.Parameter is { } parameter ? Find(parameter, steps, index + 1, method) : null;
        return general?.Operations.ContainsKey(method) == true ? general : exact ?? general;
    }

    private static string[] Steps(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsParameter(string step) => step.StartsWith('{') && step.EndsWith('}');

    private sealed class Node
    {
        public Dictionary<string, Node> Fixed { get; } = new(StringComparer.Ordinal);

        public Node? Parameter { get; set; }

        public Dictionary<string, (T Operation, string[] Steps)> Operations { get; } = new(StringComparer.Ordinal);
    }
}
