namespace Pinterest.OpenApi.Sandbox;

/// <summary>What a request asks for.</summary>
/// <param name="Operation">The operation, or null when there is none.</param>
/// <param name="PathValues">The values of the path parameters.</param>
/// <param name="AllowedMethods">The methods of the path, when it is known.</param>
internal sealed record RouteMatch(SandboxOperation? Operation, IReadOnlyDictionary<string, string> PathValues, IReadOnlyList<string> AllowedMethods);

/// <summary>Finds the operation of a request. A fixed step goes before a parameter, as in /pins/analytics and /pins/{pin_id}.</summary>
internal sealed class RouteTable
{
    private readonly Node _root = new();

    public RouteTable(IEnumerable<SandboxOperation> operations)
    {
        foreach (var operation in operations)
        {
            var node = _root;
            foreach (var step in operation.Steps)
            {
                if (IsParameter(step)) node = node.Parameter ??= new Node();
                else node = node.Fixed.TryGetValue(step, out var next) ? next : node.Fixed[step] = new Node();
            }

            node.Operations[operation.Facts.Method] = operation;
        }
    }

    public RouteMatch Find(string method, string path)
    {
        var steps = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (Find(_root, steps, 0, method) is not { } node) return new RouteMatch(null, new Dictionary<string, string>(), []);
        if (!node.Operations.TryGetValue(method, out var operation)) return new RouteMatch(null, new Dictionary<string, string>(), [.. node.Operations.Keys.Order(StringComparer.Ordinal)]);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < steps.Length; i++)
        {
            if (IsParameter(operation.Steps[i])) values[operation.Steps[i][1..^1]] = Uri.UnescapeDataString(steps[i]);
        }

        return new RouteMatch(operation, values, []);
    }

    // A path that has the method goes before one that only has others.
    private static Node? Find(Node node, string[] steps, int index, string method)
    {
        if (index == steps.Length) return node.Operations.Count > 0 ? node : null;
        var exact = node.Fixed.TryGetValue(steps[index], out var next) ? Find(next, steps, index + 1, method) : null;
        if (exact?.Operations.ContainsKey(method) == true) return exact;
        var general = node.Parameter is { } parameter ? Find(parameter, steps, index + 1, method) : null;
        return general?.Operations.ContainsKey(method) == true ? general : exact ?? general;
    }

    private static bool IsParameter(string step) => step.StartsWith('{') && step.EndsWith('}');

    private sealed class Node
    {
        public Dictionary<string, Node> Fixed { get; } = new(StringComparer.Ordinal);

        public Node? Parameter { get; set; }

        public Dictionary<string, SandboxOperation> Operations { get; } = new(StringComparer.Ordinal);
    }
}
