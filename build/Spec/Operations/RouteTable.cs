namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>
/// Finds the operation of a request. A fixed step wins over one with fixed parts, and that over a parameter:
/// /pins/analytics is not /pins/{pin_id}, and /pins/7.json is /pins/{pin_id}.json where both are there.
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
        : this(operations, operation => (facts(operation).Method, facts(operation).Path)) =>
        ArgumentNullException.ThrowIfNull(facts);

    /// <summary>Makes a table.</summary>
    /// <param name="operations">The operations.</param>
    /// <param name="route">The method of each, in capitals, and its path template.</param>
    public RouteTable(IEnumerable<T> operations, Func<T, (string Method, string Path)> route)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(route);
        foreach (var operation in operations)
        {
            var (method, path) = route(operation);
            RouteStep[] steps = [.. RouteStep.Split(path).Select(step => new RouteStep(step))];
            steps.Aggregate(_root, (node, step) => node.Below(step)).Operations[method] = (operation, steps);
        }
    }

    /// <summary>Finds an operation.</summary>
    /// <param name="method">The method, in capitals.</param>
    /// <param name="path">The path, without the base path.</param>
    public RouteMatch<T> Find(string method, string path)
    {
        var steps = RouteStep.Split(path);
        if (Find(_root, steps, 0, method) is not { } node)
        {
            return new RouteMatch<T>(null, NoValues, []);
        }

        if (!node.Operations.TryGetValue(method, out var found))
        {
            return new RouteMatch<T>(null, NoValues, [.. node.Operations.Keys.Order(StringComparer.Ordinal)]);
        }

        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (step, text) in found.Steps.Zip(steps))
        {
            foreach (var (name, value) in step.Names.Zip(step.Values(text) ?? []))
            {
                written[name] = value;
            }
        }

        var values = written.ToDictionary(
            value => value.Key,
            value => Uri.UnescapeDataString(value.Value),
            StringComparer.Ordinal
        );
        return new RouteMatch<T>(found.Operation, values, []) { WrittenPathValues = written };
    }

    // A path that has the method wins over one that only has others.
    private static Node? Find(Node node, string[] steps, int index, string method)
    {
        if (index == steps.Length)
        {
            return node.Operations.Count > 0 ? node : null;
        }

        Node? best = null;
        foreach (var next in node.Fitting(steps[index]))
        {
            var found = Find(next, steps, index + 1, method);
            if (found?.Operations.ContainsKey(method) == true)
            {
                return found;
            }

            best ??= found;
        }

        return best;
    }

    private sealed class Node
    {
        private readonly Dictionary<string, Node> _fixed = new(StringComparer.Ordinal);
        private readonly List<(RouteStep Step, Node Node)> _mixed = [];
        private Node? _parameter;

        public Dictionary<string, (T Operation, RouteStep[] Steps)> Operations { get; } = new(StringComparer.Ordinal);

        public Node Below(RouteStep step)
        {
            if (step.IsParameter)
            {
                return _parameter ??= new Node();
            }

            if (step.Names.Count == 0)
            {
                return _fixed.TryGetValue(step.Text, out var known) ? known : _fixed[step.Text] = new Node();
            }

            var node = new Node();
            _mixed.Add((step, node));
            _mixed.Sort((left, right) => right.Step.FixedLength.CompareTo(left.Step.FixedLength));
            return node;
        }

        public IEnumerable<Node> Fitting(string step)
        {
            if (_fixed.TryGetValue(Uri.UnescapeDataString(step), out var exact))
            {
                yield return exact;
            }

            foreach (var (_, node) in _mixed.Where(mixed => mixed.Step.Values(step) is not null))
            {
                yield return node;
            }

            if (_parameter is { } parameter && step.Length > 0)
            {
                yield return parameter;
            }
        }
    }
}
