using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Pinning;

/// <summary>Each operation is dated by the stored releases.</summary>
public sealed class OperationHistoryTests
{
    private static readonly ReleaseStore Store = new(Repository.Layout.OpenApi);

    [Fact]
    public void Every_operation_of_a_stored_release_has_a_date()
    {
        var dated = Dated("5.28.0");

        Assert.Equal(266, dated.Count);
        Assert.All(dated, operation => Assert.NotNull(operation.Since));
        Assert.Equal("5.0.0", dated.Single(operation => operation.Id == "boards/list").Since);
    }

    [Theory]
    [InlineData("5.22.0", "5.23.0")]
    [InlineData("5.9.0", "5.10.0")]
    [InlineData("5.23.0", "5.28.0")]
    public void What_a_release_adds_is_dated_by_it(string before, string release)
    {
        var older = Operations(before).Select(Key).ToHashSet();
        var added = Operations(release).Where(operation => !older.Contains(Key(operation)));

        Assert.Equal(
            added.Select(operation => operation.Id),
            Dated(release).Where(operation => operation.Since == release).Select(operation => operation.Id)
        );
    }

    [Fact]
    public void The_keys_of_a_release_are_as_many_as_its_operations() =>
        Assert.Equal(
            Store.List().Select(release => (release.Version, release.Operations)),
            Store
                .List()
                .Select(release => (release.Version, OperationKeys.Read(Store.ReadBytes(release.Version)).Count))
        );

    [Fact]
    public void A_release_knows_nothing_of_a_later_one() =>
        Assert.All(
            Dated("5.9.0"),
            operation => Assert.True(ReleaseStore.CompareVersions(operation.Since!, "5.9.0") <= 0)
        );

    [Fact]
    public void An_operation_that_no_release_has_has_no_date()
    {
        var operation = Operations("5.0.0")[0] with { Path = "/no_such_path" };

        Assert.Null(Assert.Single(OperationHistory.Read(Store, "5.28.0").Date([operation])).Since);
    }

    // The names of path parameters differ between releases.
    private static string Key(OperationFacts operation) => $"{operation.Method} {string.Join('/', Steps(operation))}";

    private static IEnumerable<string> Steps(OperationFacts operation) =>
        operation.Path.Split('/').Select(step => step.StartsWith('{') ? "{}" : step);

    private static IReadOnlyList<OperationFacts> Dated(string version) =>
        OperationHistory.Read(Store, version).Date(Operations(version));

    private static IReadOnlyList<OperationFacts> Operations(string version) =>
        OperationCatalogue.Read(Store.Read(version).Root).All;
}
