using System.Text;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>
/// Keeps the state in a file of one JSON object a line: an entity that was put, or one that was removed. The file is
/// rewritten at each start, without what is out of date. A change is handed to the operating system before its reply is
/// sent, so a process that is killed loses no change that it confirmed. One sandbox at a time uses a file.
/// </summary>
internal sealed class StateFile : IStateJournal, IDisposable
{
    private static readonly Type[] StateTypes =
    [
        typeof(User),
        typeof(Board),
        typeof(Section),
        typeof(Pin),
        typeof(MediaFile),
    ];

    private readonly StateLock _lock;
    private readonly LineWriter _lines;

    private StateFile(StateLock taken, LineWriter lines, KeptState kept)
    {
        _lock = taken;
        _lines = lines;
        Kept = kept.Entities;
        KeptLastOrder = kept.LastOrder;
        Warnings = kept.Warnings;
    }

    public IReadOnlyList<IEntity> Kept { get; }

    public long KeptLastOrder { get; }

    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Reads what a file keeps, rewrites it and opens it for changes.</summary>
    /// <param name="path">The file. It is created when it does not exist.</param>
    /// <param name="otherTypes">The types of entities that are in the file and not in
    /// <see cref="SandboxState"/>.</param>
    /// <exception cref="SpecException">The file was not written by a sandbox, or another sandbox uses it.</exception>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public static StateFile Open(string path, IEnumerable<Type> otherTypes)
    {
        var full = SpecialFile.Target(path);
        if (Directory.Exists(full) || SpecialFile.Is(full))
        {
            throw new SpecException(path, "This is not an ordinary file.", "Pass the name of a file for the state.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var taken = StateLock.Take(full);
        try
        {
            var kept = File.Exists(full)
                ? new StateReplay([.. StateTypes, .. otherTypes]).Read(full)
                : new KeptState([], 0, []);
            Rewrite(full, kept);
            return new StateFile(taken, new LineWriter(new FileStream(full, Options(FileMode.Open))), kept);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    public void Put(IEntity entity) => _lines.Write(StateLine.OfPut(entity));

    public void Remove(IEntity entity) => _lines.Write(StateLine.OfRemoval(entity));

    public void Dispose()
    {
        _lines.Dispose();
        _lock.Dispose();
    }

    // The draft of a start that was killed is removed first, and so is a link of its name: what that leads to stays.
    private static void Rewrite(string path, KeptState kept)
    {
        var draft = path + ".tmp";
        File.Delete(draft);
        using (var writer = new StreamWriter(draft, new UTF8Encoding(false), Options(FileMode.CreateNew)))
        {
            writer.WriteLine(StateLine.OfLastOrder(kept.LastOrder));
            foreach (var entity in kept.Entities)
            {
                writer.WriteLine(StateLine.OfPut(entity));
            }
        }

        File.Move(draft, path, overwrite: true);
    }

    // It holds tokens: nobody but its owner may read it.
    private static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            BufferSize = 0,
        };
        if (mode is FileMode.CreateNew && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
