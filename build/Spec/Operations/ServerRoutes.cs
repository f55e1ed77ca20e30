namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>
/// Finds the operation of a request by its whole path, with the base path. Operations with servers of their own lie
/// below the paths of these.
/// </summary>
internal sealed class ServerRoutes<T>
    where T : class
{
    private readonly List<(string Path, RouteTable<T> Routes)> _tables;

    /// <summary>Makes the routes.</summary>
    /// <param name="operations">The operations.</param>
    /// <param name="facts">What the description says of each.</param>
    public ServerRoutes(IReadOnlyList<T> operations, Func<T, OperationFacts> facts)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(facts);

        // The longest base path is asked first: /api/v2/things is /things below /api/v2, before /v2/things below /api.
        _tables =
        [
            .. operations
                .SelectMany(operation => facts(operation).BasePaths)
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(path => path.Length)
                .Select(path =>
                    (path, new RouteTable<T>(operations.Where(one => facts(one).BasePaths.Contains(path)), facts))
                ),
        ];
    }

    /// <summary>Finds an operation.</summary>
    /// <param name="method">The method, in capitals.</param>
    /// <param name="path">The path, with the base path.</param>
    /// <returns>Null when the path is below no base path.</returns>
    public RouteMatch<T>? Find(string method, string path)
    {
        RouteMatch<T>? known = null;
        foreach (
            var (basePath, routes) in _tables.Where(table =>
                path.StartsWith(table.Path + "/", StringComparison.Ordinal)
            )
        )
        {
            var match = routes.Find(method, path[basePath.Length..]);
            if (match.Operation is not null)
            {
                return match;
            }

            // A path that takes other methods says more than one that is not known.
            known = known is null || known.AllowedMethods.Count == 0 ? match : known;
        }

        return known;
    }
}
