using Microsoft.Extensions.Logging;

namespace Pinterest.OpenApi.Redis;

/// <summary>How workers share tokens, rate limits and checkpoints on Redis.</summary>
public sealed record PinterestRedisOptions
{
    private const int LongestPrefix = 64;
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestLease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>
    /// Gets what all keys begin with: 1 to 64 visible characters without braces. Workers that share have the same one.
    /// Two servers that one process uses need two prefixes, as the prefix tells one store of tokens from another.
    /// </summary>
    /// <value>The default is <c>pinterest</c>.</value>
    public string Prefix { get; init; } = "pinterest";

    /// <summary>Gets what protects tokens, or null to keep them readable for whoever reads the server.</summary>
    public ITokenProtector? Protector { get; init; }

    /// <summary>
    /// Gets how long a lock lasts when its worker dies: 1 second to 10 minutes. A worker that lives renews it in time.
    /// </summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan LockLease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets the longest wait for the lock of a user: 0 to an hour.</summary>
    /// <value>The default is 2 minutes.</value>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Gets how long a command for a token or a checkpoint is tried again while the server is away: 0 to an hour. With 0
    /// it fails at once.
    /// </summary>
    /// <value>The default is 5 seconds.</value>
    public TimeSpan RetryFor { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Gets which part of each quota this worker takes by itself while the server is away: more than 0, at most 1.
    /// Example: 0.25 for one of four workers.
    /// </summary>
    /// <value>The default is 0.1.</value>
    public double ShareWhenAway { get; init; } = 0.1;

    /// <summary>
    /// Gets how many calls a worker takes from a quota at once at most: 1 to 100. So many may stay unused when it dies.
    /// </summary>
    /// <value>The default is 20.</value>
    public int LargestBlock { get; init; } = 20;

    /// <summary>Gets the clock that measures waits. What is shared goes by the clock of the server alone.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets what makes the logger, or null for none.</summary>
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
                $"{nameof(ShareWhenAway)} is {ShareWhenAway}; it must be more than 0, at most 1."
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
