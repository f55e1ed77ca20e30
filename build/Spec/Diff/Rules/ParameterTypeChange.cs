namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>How the type of a parameter changed.</summary>
internal enum ParameterTypeChange
{
    /// <summary>Not at all, or in a way that the rules of schemas judge.</summary>
    Other,

    /// <summary>One value became a list. Example: integer becomes array of integer.</summary>
    BecameList,

    /// <summary>A list became one value. Example: array of integer becomes integer.</summary>
    BecameSingle,

    /// <summary>A value that was no text became any text. Example: integer becomes string.</summary>
    BecameAnyText,
}
