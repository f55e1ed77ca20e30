using System.Text;
using Pinterest.OpenApi.Spec;

namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>
/// Keeps the state in a file of one JSON object a line: an entity that was put, or one that was removed. The file is
/// rewritten at each start, without what is out of date. A change is handed to the operating system before its reply is
/// sent, so a process that is killed loses no change that it confirmed.
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

    private readonly Lock _gate = new();
    private readonly FileStream _file;

    private StateFile(FileStream file, KeptState kept)
    {
        _file = file;
        Kept = kept.Entities;
        KeptLastOrder = kept.LastOrder;
    }

    public IReadOnlyList<IEntity> Kept { get; }

    public long KeptLastOrder { get; }

    /// <summary>Reads what a file keeps, rewrites it and opens it for changes.</summary>
    /// <param name="path">The file. It is created when it does not exist.</param>
    /// <param name="otherTypes">The types of entities that are in the file and not in
    /// <see cref="SandboxState"/>.</param>
    /// <exception cref="SpecException">The file was not written by a sandbox.</exception>
    /// <exception cref="IOException">The file cannot be read or written, or another sandbox uses it.</exception>
    public static StateFile Open(string path, IEnumerable<Type> otherTypes)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var kept = File.Exists(full)
            ? new StateReplay([.. StateTypes, .. otherTypes]).Read(full)
            : new KeptState([], 0);
        var draft = full + ".tmp";
        using (var writer = new StreamWriter(draft, new UTF8Encoding(false), Options(FileMode.Create)))
        {
            writer.WriteLine(StateLine.OfLastOrder(kept.LastOrder));
            foreach (var entity in kept.Entities)
            {
                writer.WriteLine(StateLine.OfPut(entity));
            }
        }

        File.Move(draft, full, overwrite: true);
        return new StateFile(new FileStream(full, Options(FileMode.Append)), kept);
    }

    public void Put(IEntity entity) => Write(StateLine.OfPut(entity));

    public void Remove(IEntity entity) => Write(StateLine.OfRemoval(entity));

    public void Dispose() => _file.Dispose();

    // It holds tokens: nobody but its owner may read it.
    private static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.Write,
            Share = FileShare.Read,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private void Write(string line)
    {
        lock (_gate)
        {
            _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            _file.Flush();
        }
    }
}
