namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>How a value is written in a message.</summary>
internal enum ValueWriting
{
    /// <summary>As JSON, where 1 and "1" are two values.</summary>
    Json,

    /// <summary>As the text of a parameter. Example: ?page=1, whether page is an integer or a string.</summary>
    Parameter,

    /// <summary>As the text of a header or of a field of a form.</summary>
    Text,
}
