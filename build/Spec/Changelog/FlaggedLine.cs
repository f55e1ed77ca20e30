namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>Lines with a flag that differ in a value only.</summary>
/// <param name="Line">What they say. Example: values of the property level were removed.</param>
/// <param name="Count">How many there are. Example: 3 for three removed values.</param>
internal sealed record FlaggedLine(ChangelogLine Line, int Count);
