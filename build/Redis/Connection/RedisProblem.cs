using System.Security.Authentication;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis.Connection;

/// <summary>What went wrong with the server, in words of a person who has to mend it.</summary>
/// <param name="Text">What happened and what to do, to follow "Redis ".</param>
/// <param name="IsPassing">Whether the same command may succeed soon.</param>
/// <param name="Reach">What does not work.</param>
internal readonly record struct RedisProblem(string Text, bool IsPassing, ProblemReach Reach = ProblemReach.Server)
{
    private static readonly RedisProblem Away = new(
        "cannot be reached. See that it runs, and check the address, TLS and the firewall of the connection.",
        IsPassing: true
    );

    private static readonly RedisProblem Replica = new(
        "is a read-only replica. Connect to the primary; after a failover that takes seconds.",
        IsPassing: true,
        ProblemReach.Writes
    );

    private static readonly RedisProblem Password = new(
        "refuses the user or the password of the connection.",
        IsPassing: false
    );

    private static readonly RedisProblem NoPassword = new(
        "wants a password. Give the connection one.",
        IsPassing: false
    );

    private static readonly RedisProblem Tls = new(
        "cannot be spoken to by TLS. See that this port of the server speaks TLS, that its certificate is valid and "
            + "has its name, and that the connection says ssl=true only then.",
        IsPassing: true
    );

    // What the server answers begins with a word in capitals.
    private static readonly (string Word, RedisProblem Problem)[] Answers =
    [
        ("READONLY", Replica),
        (
            "OOM",
            new("is full (maxmemory). Give it more memory, and the policy noeviction.", false, ProblemReach.Writes)
        ),
        (
            "MISCONF",
            new("cannot write to its disk and takes no writes. Make room on its disk.", false, ProblemReach.Writes)
        ),
        ("NOREPLICAS", new("takes no writes, as too few replicas are connected.", true, ProblemReach.Writes)),
        (
            "WRONGTYPE",
            new(
                "has something else under a key of ours, so another program uses the same prefix. Choose another Prefix.",
                false,
                ProblemReach.Key
            )
        ),
        ("NOAUTH", NoPassword),
        ("WRONGPASS", Password),
        ("NOPERM", new("does not allow this user the commands or keys. Allow the prefix and scripts.", false)),
        ("LOADING", new("is starting and reads its data. It answers soon.", true)),
        ("MASTERDOWN", new("is a replica without a primary. Start the primary, or wait for the failover.", true)),
        ("CLUSTERDOWN", new("is a cluster with slots that nobody serves. Start the missing nodes.", true)),
        ("MOVED", new("is a cluster that has moved the slot. The connection learns of it soon.", true)),
        ("TRYAGAIN", new("is a cluster that moves the slot. It answers soon.", true)),
        ("BUSY", new("is busy with a script that does not end. End it with SCRIPT KILL.", true)),
        ("NOSCRIPT", new("forgot the scripts that it had. They are sent again.", true)),
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
                "has no connection any more: it was disposed. Keep it as long as clients.",
                IsPassing: false
            ),
            RedisConnectionException => Away,

            // What the library says when it is sent to a node of a cluster that does not answer.
            RedisServerException when error.Message.Contains("is not reachable", StringComparison.Ordinal) => Away,

            // The library knows a replica by its own, and sends no script there.
            RedisCommandException when error.Message.Contains("replica", StringComparison.Ordinal) => Replica,
            TimeoutException => new RedisProblem(
                "did not answer in time. See its load and the network.",
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
            ? new RedisProblem("had the script killed.", IsPassing: true)
            : new RedisProblem("refused the command. See the inner exception.", false, ProblemReach.Key);
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
