namespace Pinterest.OpenApi.Spec.Schemas.Validation;

/// <summary>How a value is judged against a schema.</summary>
internal enum ValueReading
{
    /// <summary>The value is complete, for example the body of a request.</summary>
    Whole,

    /// <summary>Members may be left out, and a member that the schema does not declare is wrong.</summary>
    Part,

    /// <summary>Members may be left out: the value fits when some completion of it fits.</summary>
    Possible,

    /// <summary>Members may be left out: the value fits when every completion of it fits.</summary>
    Certain,
}
