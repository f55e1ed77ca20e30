using PactNet.Exceptions;
using PactNet.Interop;

namespace PactNet;

/// <summary>
/// Writes pact files anew: the first test of a process that records a contract replaces its file, the others add to
/// it. Merging into the file of an earlier run would keep interactions that no test has any more.
/// </summary>
internal static class RecordedPacts
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, HashSet<string>> Files = new(StringComparer.Ordinal);

    /// <exception cref="PactFailureException">The file cannot be written, or would lose an interaction.</exception>
    public static void Write(IPact pact, PactHandle handle, IEnumerable<Interaction> interactions)
    {
        var folder = Path.GetFullPath(pact.Config.PactDir);
        var file = Path.Combine(folder, $"{pact.Consumer}-{pact.Provider}.json");
        lock (Gate)
        {
            var isFirst = !Files.TryGetValue(file, out var recorded);
            recorded ??= new(StringComparer.Ordinal);
            var twice = interactions
                .Select(interaction => interaction.Identity)
                .FirstOrDefault(identity => !recorded.Add(identity));
            if (twice is not null)
            {
                throw new PactFailureException(
                    $"{file} has an interaction {twice} already, which a second of that name would replace. "
                        + "Give one of them another description."
                );
            }

            var code = PactFfi.PactHandleWriteFile(handle.Id, folder, overwrite: isFirst);
            if (code != 0)
            {
                throw new PactFailureException(
                    $"{file} could not be written (the Pact core answered {code}). Make sure that the folder can be written to."
                );
            }

            Files[file] = recorded;
        }
    }
}
