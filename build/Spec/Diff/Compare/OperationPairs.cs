using Pinterest.OpenApi.Spec.Diff.Parts;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Pairs the operations of two descriptions.</summary>
internal static class OperationPairs
{
    /// <summary>
    /// Pairs operations by method and path. Where the servers of both descriptions have different base paths, and more
    /// operations fit with them, the base path counts as a part of the path. Example: GET /pets of the server /v1 is
    /// GET /v1/pets of the server /.
    /// </summary>
    public static OperationPairing Of(Sides<IReadOnlyList<DiffOperation>> operations)
    {
        if (operations.All(side => side.All(operation => operation.BasePath.Length == 0)))
        {
            return new(ByShape(operations), HasMovedBasePath: false);
        }

        var hasMoved =
            CountCommon(operations, operation => operation.FullShape)
            > CountCommon(operations, operation => operation.Shape);
        return hasMoved
            ? new(By(operations, operation => operation.FullShape), HasMovedBasePath: true)
            : new(ByShape(operations), HasMovedBasePath: false);
    }

    /// <summary>Pairs operations by what <see cref="DiffOperation.Shape"/> gives.</summary>
    public static IReadOnlyList<Sides<DiffOperation?>> ByShape(Sides<IReadOnlyList<DiffOperation>> operations) =>
        By(operations, operation => operation.Shape);

    private static List<Sides<DiffOperation?>> By(
        Sides<IReadOnlyList<DiffOperation>> operations,
        Func<DiffOperation, string> shape
    )
    {
        var others = operations.Revision.ToLookup(shape, StringComparer.Ordinal);
        var pairs = new List<Sides<DiffOperation?>>();
        var added = operations.Revision.ToHashSet();
        foreach (var same in operations.Base.GroupBy(shape, StringComparer.Ordinal))
        {
            foreach (var pair in Paired([.. same], others[same.Key]))
            {
                pairs.Add(pair);
                if (pair.Revision is { } partner)
                {
                    added.Remove(partner);
                }
            }
        }

        pairs.AddRange(
            operations.Revision.Where(added.Contains).Select(operation => new Sides<DiffOperation?>(null, operation))
        );
        return pairs;
    }

    // Two paths of one description may differ by the name of a parameter only: /pets/{id} and /pets/{name}. Each is
    // compared with the one of the same name, then with that of the same operationId, then with one that is left.
    private static IEnumerable<Sides<DiffOperation?>> Paired(
        IReadOnlyList<DiffOperation> bases,
        IEnumerable<DiffOperation> revisions
    )
    {
        var left = revisions.ToList();
        var partners = new Dictionary<DiffOperation, DiffOperation>();
        Match((one, other) => one.Name == other.Name);
        Match((one, other) => one.Id is { } id && id == other.Id);
        Match((_, _) => true);
        return bases.Select(one => new Sides<DiffOperation?>(one, partners.GetValueOrDefault(one)));

        void Match(Func<DiffOperation, DiffOperation, bool> isLike)
        {
            foreach (var one in bases.Where(one => !partners.ContainsKey(one)))
            {
                if (left.Find(other => isLike(one, other)) is { } partner)
                {
                    partners[one] = partner;
                    left.Remove(partner);
                }
            }
        }
    }

    private static int CountCommon(Sides<IReadOnlyList<DiffOperation>> operations, Func<DiffOperation, string> shape) =>
        operations.Base.Select(shape).Intersect(operations.Revision.Select(shape), StringComparer.Ordinal).Count();
}
