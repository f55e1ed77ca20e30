using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Compares two operations of the same method and path.</summary>
internal sealed class OperationComparer
{
    private readonly ComparisonContext _context;
    private readonly ParameterComparer _parameters;
    private readonly BodyComparer _bodies;
    private readonly ResponseComparer _responses;
    private readonly SecurityComparer _security;

    public OperationComparer(ComparisonContext context)
    {
        _context = context;
        _parameters = new ParameterComparer(context);
        _bodies = new BodyComparer(context);
        _responses = new ResponseComparer(context, _bodies);
        _security = new SecurityComparer(context.Models.Select(model => model.Root));
    }

    public Comparison Compare(Sides<DiffOperation> operations)
    {
        var comparison = new Comparison();
        OperationFactComparer.Compare(comparison, operations);
        CompareParameters(comparison, operations);
        _bodies.CompareRequests(comparison, operations);
        _responses.Compare(comparison, operations);
        _security.Compare(comparison, operations);
        ServerComparer.CompareOperations(comparison, operations, _context.Models.Select(model => model.Root));
        _context.CompareTexts(comparison, operations.Select(operation => operation.Node));
        return comparison;
    }

    private void CompareParameters(Comparison comparison, Sides<DiffOperation> operations)
    {
        var parameters = operations.Select(operation => operation.Parameters);
        foreach (var parameter in parameters.Base)
        {
            if (parameter.PartnerIn(parameters.Revision) is { } partner)
            {
                _parameters.Compare(comparison, new(parameter, partner));
            }
            else
            {
                comparison.Add(
                    ParameterRules.ParameterRemoved,
                    Direction.Request,
                    Change.Removed(parameter.Written, parameter.Name) with
                    {
                        NearestInRevision = operations.Revision.Node,
                    }
                );
            }
        }

        foreach (var parameter in parameters.Revision.Where(each => each.PartnerIn(parameters.Base) is null))
        {
            comparison.Add(
                parameter.IsRequired ? ParameterRules.RequiredParameterAdded : ParameterRules.ParameterAdded,
                Direction.Request,
                Change.Added(parameter.Written, parameter.Name) with
                {
                    NearestInBase = operations.Base.Node,
                }
            );
        }
    }
}
