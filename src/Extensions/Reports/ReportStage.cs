namespace Pinterest.OpenApi;

/// <summary>The stages of a report.</summary>
public enum ReportStage
{
    /// <summary>The report is requested.</summary>
    Creating,

    /// <summary>Pinterest creates the report.</summary>
    Waiting,

    /// <summary>The rows are read.</summary>
    Reading,

    /// <summary>All rows were read.</summary>
    Done,
}
