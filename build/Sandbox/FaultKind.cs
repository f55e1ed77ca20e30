namespace Pinterest.OpenApi.Sandbox;

/// <summary>What goes wrong with a reply.</summary>
public enum FaultKind
{
    /// <summary>The reply comes late: by <see cref="SandboxFault.Delay"/>.</summary>
    Latency,

    /// <summary>The connection is reset without a reply.</summary>
    Reset,

    /// <summary>Half of the body comes, then the connection breaks.</summary>
    TruncatedBody,

    /// <summary>503 with an HTML page.</summary>
    Unavailable,

    /// <summary>500 without a body.</summary>
    EmptyError,

    /// <summary>429, code 8, as if the rate category were spent.</summary>
    RateLimited,

    /// <summary>429 that speaks of spam, which is no rate limit.</summary>
    Spam,

    /// <summary>401, code 2, as if the token had expired.</summary>
    ExpiredToken,

    /// <summary>401, code 3, as if the token lacked a scope.</summary>
    MissingScope,

    /// <summary>401, code 3, as for a feature that the app may not use.</summary>
    RestrictedFeature,

    /// <summary>403, code 29, as for an app with trial access.</summary>
    TrialAccess,

    /// <summary>The body comes in small pieces, over <see cref="SandboxFault.Delay"/> in all.</summary>
    SlowDrip,

    /// <summary>200 with a body that is no JSON.</summary>
    WrongJson,

    /// <summary>Each enum of the reply has a value that the description does not know.</summary>
    UnknownEnumValue,

    /// <summary>Each object of the reply has members that the description does not know.</summary>
    ExtraMembers,

    /// <summary>Members that need not be there are left out.</summary>
    MissingMembers,

    /// <summary>Each member of the reply is null.</summary>
    NullMembers,

    /// <summary>The next upload that is registered fails in processing.</summary>
    FailedMedia,
}
