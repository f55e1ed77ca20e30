using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>The operations of a comparison, numbered in the order of their names.</summary>
internal sealed class OperationTable
{
    private readonly List<DiffOperation> _operations;
    private readonly Dictionary<DiffOperation, int> _numbers = [];
    private readonly Dictionary<NumberSet, ReachedOperations> _known = [];
    private readonly Lazy<ILookup<string, int>> _ids;
    private readonly List<string> _groups;
    private readonly List<NumberSet> _groupNumbers;

    public OperationTable(IEnumerable<DiffOperation> operations)
    {
        _operations = [.. operations.OrderBy(operation => operation.Name, StringComparer.Ordinal)];
        for (var i = 0; i < _operations.Count; i++)
        {
            _numbers[_operations[i]] = i;
        }

        Names = [.. _operations.Select(operation => operation.Name)];
        _ids = new(() =>
            Enumerable
                .Range(0, _operations.Count)
                .Where(number => IdOf(number) is not null)
                .ToLookup(number => IdOf(number)!, StringComparer.Ordinal)
        );
        _groups =
        [
            .. _operations
                .SelectMany(operation => operation.Groups)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        var numbers = _groups.Select((group, number) => (group, number)).ToDictionary(StringComparer.Ordinal);
        _groupNumbers =
        [
            .. _operations.Select(operation =>
                NumberSet.Union(operation.Groups.Select(group => NumberSet.Of(numbers[group])))
            ),
        ];
    }

    /// <summary>Gets the names of all operations, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Gives an operation.</summary>
    public DiffOperation At(int number) => _operations[number];

    /// <summary>Gives the operationId of an operation, or null.</summary>
    public string? IdOf(int number) => (string?)(_operations[number].Node["operationId"] as JValue);

    /// <summary>Gives the numbers of the operations with an operationId. In a damaged description several have it.</summary>
    public IEnumerable<int> WithId(string id) => _ids.Value[id];

    /// <summary>Gives the groups of some operations, in order.</summary>
    public NumberedNames GroupsOf(NumberSet numbers) =>
        new(_groups, NumberSet.Union(numbers.InOrder().Select(number => _groupNumbers[number]).Distinct()));

    /// <summary>Gives what reaches one operation alone; null reaches none.</summary>
    public ReachedOperations Of(DiffOperation? operation) =>
        Known(operation is null ? NumberSet.Union([]) : NumberSet.Of(_numbers[operation]));

    /// <summary>Gives what reaches all that the parts reach.</summary>
    public ReachedOperations Union(IReadOnlySet<ReachedOperations> parts) =>
        parts.Count == 1 ? parts.First() : Known(NumberSet.Union(parts.Select(part => part.Numbers)));

    private ReachedOperations Known(NumberSet numbers)
    {
        if (!_known.TryGetValue(numbers, out var reached))
        {
            reached = new ReachedOperations(this, numbers);
            _known[numbers] = reached;
        }

        return reached;
    }
}
