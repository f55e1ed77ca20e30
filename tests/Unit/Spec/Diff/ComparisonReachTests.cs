using System.Text;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Diff.Compare;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Unit.Spec.Diff;

/// <summary>Which operations lead to a comparison, held against a walk from each operation.</summary>
public sealed class ComparisonReachTests
{
    [Fact]
    public void Every_comparison_is_reached_by_the_operations_that_a_walk_finds()
    {
        var operations = Read(70);
        for (var seed = 0; seed < 200; seed++)
        {
            var (starts, changed) = Graph(new Random(seed), operations);
            var table = new OperationTable(operations);
            var reached = ComparisonReach.Of(starts, changed, table, CancellationToken.None);

            var expected = Walks(starts, changed);
            Assert.Equal(expected.Count, reached.Count);
            Assert.All(
                expected,
                pair => Assert.Equal(pair.Value.Order(StringComparer.Ordinal), reached[pair.Key].Names)
            );
        }
    }

    [Fact]
    public void A_set_knows_the_ids_and_the_groups_of_its_operations()
    {
        var operations = Read(70);
        var table = new OperationTable(operations);
        var both = table.Union(new HashSet<ReachedOperations> { table.Of(operations[69]), table.Of(operations[3]) });

        Assert.Equal(["GET /o03", "GET /o69"], both.Names);
        Assert.Equal(["id03", "id69"], both.Ids);
        Assert.Equal(["group0", "group3", "group9"], both.Groups);
        Assert.Equal((2, "GET /o69", "group9"), (both.Names.Count, both.Names[1], both.Groups[2]));
        Assert.True(both.HasId("id69"));
        Assert.False(both.HasId("id04"));
        Assert.False(both.HasId("unknown"));
        Assert.Same(
            both,
            table.Union(new HashSet<ReachedOperations> { both, table.Of(null), table.Of(operations[3]) })
        );
        Assert.Empty(ReachedOperations.None.Names);
        Assert.Empty(ReachedOperations.None.Groups);
    }

    [Fact]
    public void A_set_for_each_step_of_a_chain_takes_a_bit_for_each_operation()
    {
        const int Length = 4_000;
        var operations = Read(Length);
        var chain = Enumerable.Range(0, Length).Select(_ => new Comparison()).ToList();
        for (var i = 0; i + 1 < Length; i++)
        {
            chain[i].Children.Add(chain[i + 1]);
        }

        var starts = operations.Select((operation, i) => Start(operation, chain[i])).ToList();
        HashSet<Comparison> changed = [.. chain];
        var table = new OperationTable(operations);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var reached = ComparisonReach.Of(starts, changed, table, CancellationToken.None);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // Eight million references to names would be 64 MB.
        Assert.Equal(Enumerable.Range(1, Length), chain.Select(comparison => reached[comparison].Names.Count));
        Assert.InRange(allocated, 0, 20_000_000);
    }

    // Random edges make circles, parts that no operation leads to, and comparisons that many lead to.
    private static (List<OperationComparison> Starts, HashSet<Comparison> Changed) Graph(
        Random random,
        List<DiffOperation> operations
    )
    {
        var inner = Enumerable.Range(0, random.Next(1, 40)).Select(_ => new Comparison()).ToList();
        foreach (var comparison in inner)
        {
            AddChildren(comparison);
        }

        var starts = operations.ConvertAll(operation => new OperationComparison(
            new Comparison(),
            new(null, operation)
        ));
        starts.Add(new OperationComparison(new Comparison(), default));
        foreach (var start in starts)
        {
            AddChildren(start.Comparison);
        }

        return (starts, [.. inner.Where(_ => random.Next(5) > 0)]);

        void AddChildren(Comparison comparison)
        {
            for (var i = random.Next(4); i > 0; i--)
            {
                comparison.Children.Add(inner[random.Next(inner.Count)]);
            }
        }
    }

    private static OperationComparison Start(DiffOperation operation, Comparison child)
    {
        var comparison = new Comparison();
        comparison.Children.Add(child);
        return new OperationComparison(comparison, new(null, operation));
    }

    private static Dictionary<Comparison, List<string>> Walks(
        List<OperationComparison> starts,
        HashSet<Comparison> changed
    )
    {
        var reached = new Dictionary<Comparison, List<string>>();
        foreach (var start in starts)
        {
            var seen = new HashSet<Comparison>();
            Walk(start.Comparison, seen);
            foreach (var comparison in seen)
            {
                reached.TryAdd(comparison, []);
                if (start.Operation is { } operation)
                {
                    reached[comparison].Add(operation.Name);
                }
            }
        }

        return reached;

        void Walk(Comparison comparison, HashSet<Comparison> seen)
        {
            if (seen.Add(comparison))
            {
                foreach (var child in comparison.Children.Where(changed.Contains))
                {
                    Walk(child, seen);
                }
            }
        }
    }

    private static List<DiffOperation> Read(int count)
    {
        var paths = Enumerable
            .Range(0, count)
            .Select(i =>
                $$"""
                    "/o{{i:00}}": { "get": { "operationId": "id{{i:00}}", "tags": ["group{{i
                        % 10}}", "group0"], "responses": {} } }
                    """
            );
        var text = $$"""
            { "openapi": "3.0.3", "info": { "title": "t", "version": "1" }, "paths": { {{string.Join(',', paths)}} } }
            """;
        var root = DescriptionReader.ReadForComparison(Encoding.UTF8.GetBytes(text), "a.json").Root;
        return [.. DiffOperation.ReadAll(new SchemaModel(root))];
    }
}
