namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>What a published changelog says of an endpoint.</summary>
internal enum EndpointState
{
    /// <summary>Both releases have it.</summary>
    Changed,

    /// <summary>Only the newer release has it.</summary>
    Added,
}
