namespace Pinterest.OpenApi.Contract;

/// <summary>Everything that the client expects of Pinterest.</summary>
internal static class Contracts
{
    public static IReadOnlyList<ContractCase> All { get; } =
    [
        .. BoardContracts.All,
        .. SectionContracts.All,
        .. PinContracts.All,
        .. MediaContracts.All,
        .. SearchContracts.All,
        .. AccountContracts.All,
        .. SignInContracts.All,
        .. ErrorContracts.All,
    ];
}
