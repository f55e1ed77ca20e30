using Pinterest.OpenApi.Spec.Diff.Parts;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Compares two operations of the same method and path.</summary>
internal sealed class OperationComparer
{
    private readonly ComparisonContext _context;
    private readonly ParameterComparer _parameters;
    private readonly BodyComparer _bodies;
    private readonly ResponseComparer _responses;
    private readonly SecurityComparer _security;
    private readonly SentOperationComparer _sent;
    private readonly bool _hasMovedBasePath;

    /// <summary>Prepares the comparison.</summary>
    /// <param name="context">What all comparers share.</param>
    /// <param name="hasMovedBasePath">Whether a part of the address moved between servers and paths.</param>
    public OperationComparer(ComparisonContext context, bool hasMovedBasePath)
    {
        _hasMovedBasePath = hasMovedBasePath;
        _sent = new SentOperationComparer(context);
        _context = context;
        _parameters = new ParameterComparer(context);
        _bodies = new BodyComparer(context);
        _responses = new ResponseComparer(context, _bodies);
        _security = new SecurityComparer(context.Models.Select(model => model.Root));
    }

    public Comparison Compare(Sides<DiffOperation> operations)
    {
        var comparison = new Comparison();
        comparison.Judge(operations.Base, operations.Revision, Direction.None);
        _parameters.Compare(comparison, operations, Direction.Request);
        _bodies.CompareRequests(comparison, operations, Direction.Request);
        _responses.Compare(comparison, operations);
        _security.Compare(comparison, operations);
        _sent.CompareCallbacks(comparison, operations);
        var roots = _context.Models.Select(model => model.Root);
        ServerComparer.CompareOperations(comparison, operations, roots, _hasMovedBasePath);
        _context.CompareTexts(comparison, operations.Select(operation => operation.Node));
        return comparison;
    }

    /// <summary>Gives the comparison of an operation that only one side has.</summary>
    public static Comparison Unpaired(DiffOperation? baseOperation, DiffOperation? revisionOperation)
    {
        var comparison = new Comparison();
        comparison.Judge(baseOperation, revisionOperation, Direction.None);
        return comparison;
    }
}
