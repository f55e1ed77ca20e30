namespace Pinterest.OpenApi;

/// <summary>What is being done for a report.</summary>
public enum ReportStage
{
    /// <summary>The report is requested.</summary>
    Creating,

    /// <summary>Pinterest makes the report.</summary>
    Waiting,

    /// <summary>The rows are read.</summary>
    Reading,

    /// <summary>All rows were read.</summary>
    Done,
}
