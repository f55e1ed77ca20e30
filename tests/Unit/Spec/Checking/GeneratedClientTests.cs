using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Checking;

/// <summary>What a generated client has is read from its text.</summary>
public sealed class GeneratedClientTests
{
    private const string Method =
        "[PinterestOperation(\"pins/get\")]\n    public System.Threading.Tasks.Task<Pin> GetAsync();";

    private const string Metadata = "public static Operation Get { get; } = new() { Id = \"pins/get\", };";

    [Theory]
    [InlineData(Method, Metadata, true)]
    [InlineData(Method, "", false)]
    [InlineData("", Metadata, false)]
    public void An_operation_is_there_when_it_has_a_method_and_metadata(string methods, string metadata, bool isThere)
    {
        using var folder = new TemporaryFolder();
        folder.Write("Clients.g.cs", methods);
        folder.Write("Operations.g.cs", metadata);

        Assert.Equal(isThere, GeneratedClient.Read(folder).Operations().Contains("pins/get"));
    }

    [Fact]
    public void A_deprecated_method_counts_too()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "Clients.g.cs",
            Method.Replace(
                "    public",
                "    [System.Obsolete(\"Pinterest deprecated it.\")]\n    public",
                StringComparison.Ordinal
            )
        );
        folder.Write("Operations.g.cs", Metadata);

        Assert.Equal(["pins/get"], GeneratedClient.Read(folder).Operations());
    }

    [Fact]
    public void A_file_that_differs_is_missing_or_is_too_many_is_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Same.g.cs", "a");
        folder.Write("Other.g.cs", "a");
        folder.Write("Extra.g.cs", "a");
        folder.Write("Notes.txt", "not a generated file");

        Assert.Equal(
            ["Extra.g.cs", "Missing.g.cs", "Other.g.cs"],
            GeneratedClient
                .Read(folder)
                .DifferentFrom(
                    new Dictionary<string, string>
                    {
                        ["Same.g.cs"] = "a",
                        ["Other.g.cs"] = "b",
                        ["Missing.g.cs"] = "a",
                    }
                )
        );
    }

    [Fact]
    public void A_folder_that_is_not_there_has_no_client()
    {
        using var folder = new TemporaryFolder();

        Assert.Empty(GeneratedClient.Read(Path.Combine(folder, "Generated")).Files);
    }
}
