using System.Security.Authentication;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis.Connection;

/// <summary>A problem of the server, in words for the person who has to fix it.</summary>
/// <param name="Text">The problem and the remedy, as the words after "Redis ".</param>
/// <param name="IsPassing">Whether the same command may succeed soon.</param>
/// <param name="Reach">What does not work.</param>
internal readonly record struct RedisProblem(string Text, bool IsPassing, ProblemReach Reach = ProblemReach.Server)
{
    private static readonly RedisProblem Away = new(
        "cannot be reached. Check that it runs, and check the address, TLS and the firewall of the connection.",
        IsPassing: true
    );

    private static readonly RedisProblem Replica = new(
        "is a read-only replica. Connect to the primary. After a failover this takes seconds.",
        IsPassing: true,
        ProblemReach.Writes
    );

    private static readonly RedisProblem Password = new(
        "rejects the user or the password of the connection. Correct them.",
        IsPassing: false
    );

    private static readonly RedisProblem NoPassword = new(
        "requires a password. Add it to the connection.",
        IsPassing: false
    );

    private static readonly RedisProblem Tls = new(
        "does not accept TLS. Check that this port of the server uses TLS and that its certificate is valid for "
            + "its name. Otherwise remove ssl=true from the connection.",
        IsPassing: true
    );

    // What the server answers begins with a word in capitals.
    private static readonly (string Word, RedisProblem Problem)[] Answers =
    [
        ("READONLY", Replica),
        (
            "OOM",
            new("is full (maxmemory). Give it more memory, and set the policy noeviction.", false, ProblemReach.Writes)
        ),
        (
            "MISCONF",
            new("cannot write to its disk and rejects writes. Free space on its disk.", false, ProblemReach.Writes)
        ),
        (
            "NOREPLICAS",
            new(
                "rejects writes, because too few replicas are connected. Start the missing replicas.",
                true,
                ProblemReach.Writes
            )
        ),
        (
            "WRONGTYPE",
            new(
                "has other data under this key, so another program uses the same prefix. Choose another Prefix.",
                false,
                ProblemReach.Key
            )
        ),
        ("NOAUTH", NoPassword),
        ("WRONGPASS", Password),
        (
            "NOPERM",
            new("does not allow this user the commands or keys. Allow the prefix and scripts for the user.", false)
        ),
        ("LOADING", new("is starting and reads its data. It is ready soon.", true)),
        ("MASTERDOWN", new("is a replica without a primary. Start the primary, or wait for the failover.", true)),
        ("CLUSTERDOWN", new("is a cluster with slots that no node serves. Start the missing nodes.", true)),
        ("MOVED", new("is a cluster that has moved the slot. The connection adapts soon.", true)),
        ("TRYAGAIN", new("is a cluster that is moving the slot. It is ready soon.", true)),
        ("BUSY", new("is busy with a script that does not end. End it with SCRIPT KILL.", true)),
        ("NOSCRIPT", new("has lost its scripts. They are sent again.", true)),
    ];

    /// <summary>Tells whether the exception is of the server or the connection to it.</summary>
    public static bool IsOf(Exception error) =>
        error is RedisException or RedisCommandException or TimeoutException or ObjectDisposedException;

    /// <summary>Describes an exception. The text holds no value and no password.</summary>
    public static RedisProblem Of(Exception error)
    {
        // The library calls a failed handshake of TLS an authentication failure, as it does a wrong password.
        if (HasCause(error, IsOfTls))
        {
            return Tls;
        }

        if (HasCause(error, IsOfPassword))
        {
            return Password;
        }

        return error switch
        {
            ObjectDisposedException => new RedisProblem(
                "has no connection, because it was disposed. Dispose the connection after the clients.",
                IsPassing: false
            ),
            RedisConnectionException => Away,

            // What the library says when it is sent to a node of a cluster that does not answer.
            RedisServerException when error.Message.Contains("is not reachable", StringComparison.Ordinal) => Away,

            // The library knows a replica by its own, and sends no script there.
            RedisCommandException when error.Message.Contains("replica", StringComparison.Ordinal) => Replica,
            TimeoutException => new RedisProblem(
                "did not respond in time. Check its load and the network.",
                IsPassing: true
            ),
            _ => OfAnswer(error.Message),
        };
    }

    private static RedisProblem OfAnswer(string message)
    {
        foreach (var (word, problem) in Answers)
        {
            if (
                message.StartsWith(word, StringComparison.Ordinal)
                || message.Contains($"-{word} ", StringComparison.Ordinal)
            )
            {
                return problem;
            }
        }

        // Somebody ended a script with SCRIPT KILL. Nothing was written, and ours can run again.
        return message.Contains("Script killed", StringComparison.Ordinal)
            ? new RedisProblem("reports that the script was killed. It is sent again.", IsPassing: true)
            : new RedisProblem("rejected the command. See the inner exception.", false, ProblemReach.Key);
    }

    // The connection goes on to try, and says what it met among its causes.
    private static bool HasCause(Exception? error, Func<Exception, bool> isCause)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (isCause(error))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfPassword(Exception error) =>
        error is RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure }
        || error.Message.Contains("WRONGPASS", StringComparison.Ordinal)
        || error.Message.Contains(nameof(ConnectionFailureType.AuthenticationFailure), StringComparison.Ordinal);

    // Of the cause the library may keep the text only. Example, when a server speaks no TLS and waits for more: "There was
    // an authentication failure; (...): (IOException) Unable to read data". A wrong password is a RedisServerException there.
    private static bool IsOfTls(Exception error) =>
        error is AuthenticationException
        || error.Message.Contains($"({nameof(AuthenticationException)})", StringComparison.Ordinal)
        || error.Message.Contains($"({nameof(IOException)})", StringComparison.Ordinal);
}
