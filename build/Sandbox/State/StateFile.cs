using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.OAuth;
using Pinterest.OpenApi.Spec;

namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>
/// Keeps the state in a file of one JSON object a line: an entity that was put, or one that was removed. A change is
/// handed to the operating system before its reply is sent, so a process that is killed loses nothing that it confirmed.
/// The file is rewritten whole, without what is out of date, at each start.
/// </summary>
internal sealed class StateFile : IStateJournal, IDisposable
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateParseHandling = DateParseHandling.None,
    };
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(Settings);
    private static readonly Dictionary<string, Type> Kinds = new[]
    {
        typeof(User),
        typeof(Board),
        typeof(Section),
        typeof(Pin),
        typeof(MediaFile),
        typeof(SandboxApp),
        typeof(Grant),
    }.ToDictionary(type => type.Name, StringComparer.Ordinal);

    private const string LastOrderName = "lastOrder";

    private readonly FileStream _file;

    private StateFile(FileStream file) => _file = file;

    /// <summary>Reads what a file keeps, and rewrites it.</summary>
    /// <returns>The file, open; the entities in it; and the last order that was given out.</returns>
    /// <exception cref="SpecException">The file is not one of the sandbox.</exception>
    /// <exception cref="IOException">It cannot be read or written, or another sandbox uses it.</exception>
    public static (StateFile File, IReadOnlyList<IEntity> Entities, long LastOrder) Open(string path)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var (entities, lastOrder) = File.Exists(full) ? Read(full) : ([], 0);
        var draft = full + ".tmp";
        using (var writer = new StreamWriter(draft, new UTF8Encoding(false), Options(FileMode.Create)))
        {
            writer.WriteLine(new JObject { [LastOrderName] = lastOrder }.ToString(Formatting.None));
            foreach (var entity in entities)
            {
                writer.WriteLine(Line(entity));
            }
        }

        File.Move(draft, full, overwrite: true);
        return (new StateFile(new FileStream(full, Options(FileMode.Append))), entities, lastOrder);
    }

    public void Put(IEntity entity) => Write(Line(entity));

    public void Remove(IEntity entity) =>
        Write(new JObject { ["removed"] = entity.GetType().Name, ["id"] = entity.Id }.ToString(Formatting.None));

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

    private static string Line(IEntity entity) =>
        new JObject { ["kind"] = entity.GetType().Name, ["value"] = JObject.FromObject(entity, Serializer) }.ToString(
            Formatting.None
        );

    private void Write(string line)
    {
        lock (_file)
        {
            _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            _file.Flush();
        }
    }

    private static (List<IEntity> Entities, long LastOrder) Read(string path)
    {
        // A replayed state is the one place that knows what a removal takes with it.
        var state = new SandboxState(new NoJournal());
        var others = new Dictionary<string, IEntity>(StringComparer.Ordinal);
        var lines = File.ReadAllLines(path);
        for (var i = 0; i < lines.Length; i++)
        {
            try
            {
                Replay(Parse(lines[i]), state, others);
            }
            catch (Exception error)
                when (error is JsonException or InvalidCastException or ArgumentException or KeyNotFoundException)
            {
                // The last line of a process that was killed while it wrote; its change was not confirmed.
                if (i == lines.Length - 1 && i > 0)
                {
                    break;
                }

                throw new SpecException(
                    $"{path}({i + 1})",
                    "This is not a line of a sandbox's state.",
                    "Pass a file that the sandbox wrote, or a new one.",
                    error
                );
            }
        }

        return ([.. others.Values, .. state.All], state.LastOrder);
    }

    private static void Replay(JObject line, SandboxState state, Dictionary<string, IEntity> others)
    {
        if (line[LastOrderName] is { } lastOrder)
        {
            state.LastOrder = (long)lastOrder;
            return;
        }

        if ((string?)line["removed"] is { } removed)
        {
            var id = (string)line["id"]!;
            IEntity? gone = removed switch
            {
                nameof(User) => state.User(id),
                nameof(Board) => state.Board(id),
                nameof(Section) => state.Section(id),
                nameof(Pin) => state.Pin(id),
                nameof(MediaFile) => state.Media(id),
                _ => null,
            };
            if (gone is not null)
            {
                state.Unapply(gone);
            }

            others.Remove($"{removed} {id}");
            return;
        }

        var kind = (string)line["kind"]!;
        var entity = (IEntity)line["value"]!.ToObject(Kinds[kind], Serializer)!;
        if (entity is SandboxApp or Grant)
        {
            others[$"{kind} {entity.Id}"] = entity;
        }
        else
        {
            state.Apply(entity);
        }
    }

    private static JObject Parse(string line)
    {
        using var reader = new JsonTextReader(new StringReader(line)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }
}
