namespace Pinterest.OpenApi.Sandbox;

/// <summary>The kinds of faults.</summary>
public enum FaultKind
{
    /// <summary>The response is late by <see cref="SandboxFault.Delay"/>.</summary>
    Latency,

    /// <summary>The connection is reset without a response.</summary>
    Reset,

    /// <summary>Half of the body is sent, then the connection breaks.</summary>
    TruncatedBody,

    /// <summary>503 with an HTML page.</summary>
    Unavailable,

    /// <summary>500 without a body.</summary>
    EmptyError,

    /// <summary>429, code 8, as if the rate category were spent.</summary>
    RateLimited,

    /// <summary>429, code 9, as if the request looked like spam. It is not a rate limit.</summary>
    Spam,

    /// <summary>401, code 2, as if the token had expired.</summary>
    ExpiredToken,

    /// <summary>401, code 3, as if the token lacked a scope.</summary>
    MissingScope,

    /// <summary>401, code 3, as for a feature that the app must not use.</summary>
    RestrictedFeature,

    /// <summary>403, code 29, as for an app with trial access.</summary>
    TrialAccess,

    /// <summary>The body is sent in small pieces, over <see cref="SandboxFault.Delay"/> in all.</summary>
    SlowDrip,

    /// <summary>A body that is not JSON.</summary>
    WrongJson,

    /// <summary>Each enum of the response has a value that the description does not know.</summary>
    UnknownEnumValue,

    /// <summary>Each object of the response has members that the description does not know.</summary>
    ExtraMembers,

    /// <summary>Optional members are left out.</summary>
    MissingMembers,

    /// <summary>Each member of the response is null.</summary>
    NullMembers,

    /// <summary>The next upload that is registered fails in processing.</summary>
    FailedMedia,

    /// <summary>The report, bulk request, export or batch that is started next fails.</summary>
    FailedJob,
}
