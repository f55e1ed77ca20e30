using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>Asks git, as a child process without a shell, and never for longer than a minute.</summary>
/// <param name="folder">A folder of the repository.</param>
/// <param name="time">The clock.</param>
internal sealed class GitCommand(string folder, TimeProvider time)
{
    // What git says before the content of a file: its hash, "blob" and the size.
    private const int LongestHead = 4_096;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>Gets the folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>Gives the line that git prints; null when it fails.</summary>
    /// <exception cref="SpecEnvironmentException">git is missing, or took too long.</exception>
    public async Task<string?> TryLineAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        string? line = null;
        await RunAsync(
                arguments,
                "",
                async (output, cancelled) =>
                    line = await new StreamReader(output).ReadLineAsync(cancelled).ConfigureAwait(false),
                cancellationToken
            )
            .ConfigureAwait(false);
        return string.IsNullOrEmpty(line) ? null : line;
    }

    /// <summary>Reads files of a revision.</summary>
    /// <param name="tree">The hash of the revision.</param>
    /// <param name="paths">The paths, from the top of the repository.</param>
    /// <param name="mostBytes">The most bytes that they may have together.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The bytes of each; null for one that is not there, or for which no bytes are left.</returns>
    /// <exception cref="SpecEnvironmentException">git is missing, or took too long.</exception>
    public async Task<IReadOnlyList<byte[]?>> ReadFilesAsync(
        string tree,
        IReadOnlyList<string> paths,
        long mostBytes,
        CancellationToken cancellationToken
    )
    {
        var contents = new List<byte[]?>();
        var input = string.Concat(paths.Select(path => $"{tree}:{path}\n"));
        await RunAsync(
                ["cat-file", "--batch"],
                input,
                async (output, cancelled) =>
                {
                    foreach (var _ in paths)
                    {
                        var bytes = await ReadFileAsync(output, mostBytes, cancelled).ConfigureAwait(false);
                        mostBytes -= bytes?.Length ?? 0;
                        contents.Add(bytes);
                    }
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return contents;
    }

    // Each file is a line such as "1f7a... blob 120", 120 bytes, and a line break. A missing one is a line that ends with
    // "missing".
    private static async Task<byte[]?> ReadFileAsync(Stream output, long most, CancellationToken cancellationToken)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (head.Count < LongestHead && await output.ReadAsync(one, cancellationToken).ConfigureAwait(false) == 1)
        {
            if (one[0] == (byte)'\n')
            {
                break;
            }

            head.Add(one[0]);
        }

        if (
            Encoding.UTF8.GetString([.. head]).Split(' ') is not [_, var kind, var text]
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
        )
        {
            return null;
        }

        var isRead = kind == "blob" && size <= Math.Min(most, DescriptionSource.MaxBytes);
        var content = new byte[isRead ? size : 0];
        await output.ReadExactlyAsync(content, cancellationToken).ConfigureAwait(false);
        for (var left = isRead ? 1 : size + 1; left > 0; )
        {
            var skipped = new byte[Math.Min(left, 81920)];
            await output.ReadExactlyAsync(skipped, cancellationToken).ConfigureAwait(false);
            left -= skipped.Length;
        }

        return isRead ? content : null;
    }

    private async Task RunAsync(
        IReadOnlyList<string> arguments,
        string input,
        Func<Stream, CancellationToken, Task> read,
        CancellationToken cancellationToken
    )
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        using var process = Start(arguments);
        try
        {
            // git answers while it is still asked, so both happen at once.
            var asking = AskAsync(process, input, either.Token);
            var errors = process.StandardError.ReadToEndAsync(either.Token);
            await read(process.StandardOutput.BaseStream, either.Token).ConfigureAwait(false);
            await asking.ConfigureAwait(false);
            await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, either.Token).ConfigureAwait(false);
            await errors.ConfigureAwait(false);
            await process.WaitForExitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SpecEnvironmentException(
                $"git {arguments[0]}: no answer within {Limit.TotalSeconds} seconds. Try again, or pass a file."
            );
        }
        catch (Exception error) when (error is IOException)
        {
            throw new SpecEnvironmentException(
                $"git {arguments[0]}: it ended before it had answered ({error.Message}). Check the repository.",
                error
            );
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static async Task AskAsync(Process process, string input, CancellationToken cancellationToken)
    {
        await process
            .StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(input), cancellationToken)
            .ConfigureAwait(false);
        process.StandardInput.Close();
    }

    private Process Start(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Reading a file must not fetch it, and must not ask for a password.
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        try
        {
            return ChildProcess.Start(start);
        }
        catch (Win32Exception error)
        {
            throw new SpecEnvironmentException(
                $"'git' could not be started ({error.Message}). Install git and put it on the PATH, or pass a file.",
                error
            );
        }
    }
}
