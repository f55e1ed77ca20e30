namespace Pinterest.OpenApi;

/// <summary>Why a report could not be read.</summary>
public enum ReportFailure
{
    /// <summary>Pinterest could not create the report (FAILED). The same request may succeed later.</summary>
    Failed,

    /// <summary>The report was cancelled (CANCELLED).</summary>
    Cancelled,

    /// <summary>Pinterest has removed the report (EXPIRED). Request it again.</summary>
    Expired,

    /// <summary>Pinterest does not know the report (DOES_NOT_EXIST). Request it again.</summary>
    DoesNotExist,

    /// <summary>Pinterest has not created the report within <see cref="ReportOptions.Timeout"/>.</summary>
    TimedOut,

    /// <summary>The response has no token, or no address of the file.</summary>
    Incomplete,

    /// <summary>The address of the file is neither https nor an allowed host.</summary>
    AddressNotAllowed,

    /// <summary>The host of the file responded with an error.</summary>
    Refused,

    /// <summary>The download failed or made no progress.</summary>
    Interrupted,

    /// <summary>The file, a row or a value is larger than the options allow.</summary>
    TooLarge,

    /// <summary>The file is not a CSV or JSON report.</summary>
    Malformed,
}
