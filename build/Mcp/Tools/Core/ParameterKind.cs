namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>What kind of value an argument of a tool has.</summary>
internal enum ParameterKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>An id of Pinterest: letters, digits, '-' and '_'.</summary>
    Id,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A day, for example 2026-01-31.</summary>
    Day,

    /// <summary>An address of http or https.</summary>
    Address,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>A list of ids.</summary>
    Ids,

    /// <summary>Bytes in base64; the canonical arguments have their hash instead.</summary>
    Bytes,

    /// <summary>A JSON object of any members.</summary>
    Json,

    /// <summary>A JSON object of any members, or a list of such objects.</summary>
    JsonOrList,
}
