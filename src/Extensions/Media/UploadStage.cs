namespace Pinterest.OpenApi;

/// <summary>The stages of an upload.</summary>
public enum UploadStage
{
    /// <summary>The video is registered.</summary>
    Registering,

    /// <summary>The file is sent.</summary>
    Sending,

    /// <summary>Pinterest processes the file.</summary>
    Processing,

    /// <summary>The video can be used in a Pin.</summary>
    Done,
}
