using Pinterest.OpenApi.Unit.Docs;
using Pinterest.OpenApi.Unit.Spec.Documents;
using Pinterest.OpenApi.Unit.Spec.Generation;
using Pinterest.OpenApi.Unit.Spec.Pinning;
using Pinterest.OpenApi.Unit.Tool.Commands;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Pinterest.OpenApi.Unit.LongTestsFirst", "Pinterest.OpenApi.Unit")]

namespace Pinterest.OpenApi.Unit;

/// <summary>
/// Begins with the classes that take longest. One that began last would end alone, while the other cores wait.
/// </summary>
public sealed class LongTestsFirst : ITestCollectionOrderer
{
    private static readonly Type[] Longest =
    [
        typeof(CheckCommandTests),
        typeof(CheckCandidateTests),
        typeof(ReleasesCommandTests),
        typeof(PinnerTests),
        typeof(DiffCommandTests),
        typeof(PinOrderTests),
        typeof(DamagedDescriptionTests),
        typeof(ClientGeneratorTests),
        typeof(ReferenceDepthTests),
        typeof(ConsoleBlockTests),
    ];

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(PlaceOf);

    // The collection of a class is called: Test collection for Pinterest.OpenApi.Unit.Docs.ConsoleBlockTests.
    private static int PlaceOf(ITestCollection collection)
    {
        var place = Array.FindIndex(
            Longest,
            type => collection.DisplayName.EndsWith($" {type.FullName}", StringComparison.Ordinal)
        );
        return place < 0 ? Longest.Length : place;
    }
}
