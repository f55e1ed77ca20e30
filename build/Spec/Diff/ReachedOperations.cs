using Pinterest.OpenApi.Spec.Diff.Parts;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>
/// The operations that a finding reaches. Findings that reach the same ones share one object, which holds a bit for each
/// operation: thousands of findings may each reach thousands of operations.
/// </summary>
internal sealed class ReachedOperations
{
    private readonly OperationTable _table;
    private readonly Lazy<IReadOnlyList<string>> _groups;

    /// <summary>Used by <see cref="OperationTable"/>, which makes one for each set.</summary>
    internal ReachedOperations(OperationTable table, NumberSet numbers)
    {
        _table = table;
        Numbers = numbers;
        Names = new NumberedNames(table.Names, numbers);
        _groups = new(() => table.GroupsOf(numbers));
    }

    /// <summary>Gets those of a finding that reaches none.</summary>
    public static ReachedOperations None { get; } = new OperationTable([]).Of(null);

    /// <summary>Gets their numbers in the table.</summary>
    internal NumberSet Numbers { get; }

    /// <summary>Gets their names, in order. Example: GET /boards.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Gets the operations, in the order of their names.</summary>
    public IEnumerable<DiffOperation> All => Numbers.InOrder().Select(_table.At);

    /// <summary>Gets their groups (tags), in order.</summary>
    public IReadOnlyList<string> Groups => _groups.Value;

    /// <summary>Gets the operationIds of those that have one.</summary>
    public IEnumerable<string> Ids => Numbers.InOrder().Select(_table.IdOf).OfType<string>();

    /// <summary>Tells whether one of them has an operationId.</summary>
    public bool HasId(string id) => _table.WithId(id).Any(Numbers.Contains);
}
