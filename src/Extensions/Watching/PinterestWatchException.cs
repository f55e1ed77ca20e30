namespace Pinterest.OpenApi;

/// <summary>
/// A watch cannot continue: its checkpoint cannot be opened, read or written, or the list is too long. Acknowledged
/// changes are saved.
/// </summary>
public sealed class PinterestWatchException : PinterestException
{
    /// <summary>Creates the exception of a custom store.</summary>
    /// <param name="message">A sentence with the problem, the checkpoint and the remedy.</param>
    /// <param name="innerException">The cause.</param>
    public PinterestWatchException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal static PinterestWatchException InUse(string checkpoint) =>
        new(
            $"The checkpoint of {checkpoint} is in use by another watch. Two watches on one checkpoint would each miss "
                + "changes. Stop the other watch, or give this one its own name (WatchOptions.Name)."
        );

    internal static PinterestWatchException OfFile(string path, string problem, Exception? inner = null) =>
        new($"The checkpoint {path} {problem}", inner);

    internal static PinterestWatchException TooMany(string list, int most) =>
        new($"{list} returned more than {most} items, the limit of a watch. Watch a smaller list.");
}
