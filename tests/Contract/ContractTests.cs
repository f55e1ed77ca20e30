using System.Reflection;

namespace Pinterest.OpenApi.Contract;

/// <summary>
/// The real client keeps every contract, and the contracts that were recorded are the committed ones.
/// </summary>
public sealed class ContractTests : IDisposable
{
    /// <summary>Where the committed contracts are.</summary>
    internal static readonly string Pacts = Path.Combine(
        typeof(ContractTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(a => a.Key == "RepositoryRoot")
            .Value!,
        "tests",
        "Contract",
        "pacts"
    );

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pacts-");

    public static TheoryData<string> Names => [.. Contracts.All.Select(contract => contract.Name)];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_client_keeps(string contract) =>
        ContractRecorder.RunAsync(Contracts.All.Single(one => one.Name == contract), _folder.FullName);

    /// <summary>Set PINTEREST_APPROVE=1 to write what was recorded, read the difference, and commit it.</summary>
    [Fact]
    public async Task What_is_recorded_is_what_is_committed()
    {
        foreach (var contract in Contracts.All)
        {
            await ContractRecorder.RunAsync(contract, _folder.FullName);
        }

        var recorded = await File.ReadAllBytesAsync(Assert.Single(_folder.GetFiles()).FullName);
        var committed = new FileInfo(
            Path.Combine(Pacts, $"{ContractRecorder.Consumer}-{ContractRecorder.Provider}.json")
        );
        if (Environment.GetEnvironmentVariable("PINTEREST_APPROVE") == "1")
        {
            committed.Directory!.Create();
            await File.WriteAllBytesAsync(committed.FullName, recorded);
        }

        Assert.True(
            committed.Exists,
            $"{committed.FullName} is missing. Run with PINTEREST_APPROVE=1, read it, and commit it."
        );
        var before = await File.ReadAllBytesAsync(committed.FullName);
        Assert.True(
            recorded.AsEnumerable().SequenceEqual(before),
            $"What was recorded is not {committed.FullName}. Run with PINTEREST_APPROVE=1, read what changed, and commit it."
        );
    }
}
