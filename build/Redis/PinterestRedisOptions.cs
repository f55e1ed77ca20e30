using Microsoft.Extensions.Logging;

namespace Pinterest.OpenApi.Redis;

/// <summary>The options for sharing tokens, rate limits and checkpoints on Redis.</summary>
public sealed record PinterestRedisOptions
{
    private const int LongestPrefix = 64;
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestLease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>
    /// Gets the prefix of all keys: 1 to 64 visible characters without braces. Workers that share must have the same
    /// prefix. A process that uses two servers needs two prefixes, because the prefix identifies a store of tokens.
    /// </summary>
    /// <value>The default is <c>pinterest</c>.</value>
    public string Prefix { get; init; } = "pinterest";

    /// <summary>Gets the protector of tokens. With null, anyone who can read the server can read the tokens.</summary>
    public ITokenProtector? Protector { get; init; }

    /// <summary>
    /// Gets how long a lock lasts after its worker died: 1 second to 10 minutes. A running worker renews it in time.
    /// </summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan LockLease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets the longest wait for the lock of a user: 0 to an hour.</summary>
    /// <value>The default is 2 minutes.</value>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Gets how long a command for a token or a checkpoint is tried again while the server is unavailable: 0 to an
    /// hour. With 0 it fails at once.
    /// </summary>
    /// <value>The default is 5 seconds.</value>
    public TimeSpan RetryFor { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Gets the part of each quota that this worker uses alone while the server is unavailable: more than 0, at most 1.
    /// Example: 0.25 for one of four workers.
    /// </summary>
    /// <value>The default is 0.1.</value>
    public double ShareWhenAway { get; init; } = 0.1;

    /// <summary>
    /// Gets how many calls a worker takes from a quota at once at most: 1 to 100. These calls may stay unused when the
    /// worker dies.
    /// </summary>
    /// <value>The default is 20.</value>
    public int LargestBlock { get; init; } = 20;

    /// <summary>Gets the clock that measures waits. Shared data uses only the clock of the server.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets the logger factory, or null for none.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>Names the options without what protects tokens.</summary>
    public override string ToString() => $"Redis, keys {Prefix}:*";

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentException">One is out of its range.</exception>
    internal void Validate()
    {
        if (
            Prefix is not { Length: > 0 and <= LongestPrefix }
            || Prefix.Any(each => each is '{' or '}' or <= ' ' or >= '\u007f')
        )
        {
            throw new ArgumentException(
                $"{nameof(Prefix)} must have 1 to {LongestPrefix} visible ASCII characters and no braces."
            );
        }

        InRange(nameof(LockLease), LockLease, ShortestLease, LongestLease);
        InRange(nameof(LockWait), LockWait, TimeSpan.Zero, LongestWait);
        InRange(nameof(RetryFor), RetryFor, TimeSpan.Zero, LongestWait);
        if (!(ShareWhenAway > 0 && ShareWhenAway <= 1))
        {
            throw new ArgumentException(
                $"{nameof(ShareWhenAway)} is {ShareWhenAway}; it must be more than 0 and at most 1."
            );
        }

        if (LargestBlock is < 1 or > 100)
        {
            throw new ArgumentException($"{nameof(LargestBlock)} is {LargestBlock}; it must be 1 to 100.");
        }
    }

    private static void InRange(string name, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most)
        {
            throw new ArgumentException($"{name} is {value}; it must be {least} to {most}.");
        }
    }
}
