namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>What a column of an ads report holds.</summary>
internal enum AdsColumnKind
{
    Id,
    Flag,
    Text,
    Count,
    Average,

    /// <summary>An amount in units of a currency, with decimals.</summary>
    Money,

    /// <summary>An amount in millionths of a currency.</summary>
    MicroMoney,
}
