namespace Pinterest.OpenApi;

/// <summary>
/// A watch cannot go on: its checkpoint cannot be opened, read or written, or the list is too long. What was told and
/// acknowledged before is kept.
/// </summary>
public sealed class PinterestWatchException : PinterestException
{
    /// <summary>Describes a problem of a store of one's own.</summary>
    /// <param name="message">What happened, to what, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public PinterestWatchException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal static PinterestWatchException InUse(string checkpoint) =>
        new(
            $"The checkpoint of {checkpoint} is in use by another watch. Each change would be told to one of the two "
                + "only: stop the other, or give this one a name of its own (WatchOptions.Name)."
        );

    internal static PinterestWatchException OfFile(string path, string problem, Exception? inner = null) =>
        new($"The checkpoint {path} {problem}", inner);

    internal static PinterestWatchException TooMany(string list, int most) =>
        new($"{list} gave more than {most} things, which is more than a watch keeps. Watch a smaller list.");
}
