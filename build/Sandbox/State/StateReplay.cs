using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;

namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>Reads a state file by doing its changes again.</summary>
/// <param name="types">The types of the entities that a file may hold.</param>
internal sealed class StateReplay(IEnumerable<Type> types)
{
    private const long MaxFileBytes = 256L * 1024 * 1024;

    // A Pin with all of its texts has less than 10,000 characters.
    private const int MaxLineLength = 1024 * 1024;

    // Half a line has one whole line behind it, or a few.
    private const int MaxStartsOfALine = 100;

    // A crash or a full disk leaves one such line.
    private const int MaxBadLines = 1_000;
    private const int MaxToldLines = 20;

    private readonly Dictionary<string, Type> _types = types.ToDictionary(type => type.Name, StringComparer.Ordinal);

    // The state knows what a removal takes along: a board's sections and Pins have no line of their own.
    private readonly SandboxState _state = new(new NoJournal());
    private readonly Dictionary<string, IEntity> _others = new(StringComparer.Ordinal);

    private readonly List<string> _warnings = [];
    private int _badLines;

    /// <summary>
    /// Reads a file. What cannot be read is let go with a warning, except for the first line: it tells a state from
    /// any other file.
    /// </summary>
    /// <exception cref="SpecException">The file was not written by a sandbox, is larger than 256 MiB, or has more than
    /// 1,000 lines that cannot be read.</exception>
    public KeptState Read(string path)
    {
        if (new FileInfo(path).Length > MaxFileBytes)
        {
            throw new SpecException(
                path,
                $"The state is larger than {MaxFileBytes / 1024 / 1024} MiB.",
                "Pass a file that the sandbox wrote, or a new one."
            );
        }

        var number = 0;
        string? torn = null;
        foreach (var line in File.ReadLines(path))
        {
            if (torn is not null)
            {
                NoteBadLine(path, number);
                ReplayRest(torn, $"{path}({number})");
            }

            number++;
            torn = TryReplay(line) ? null : line;
            if (torn is not null && number == 1)
            {
                throw new SpecException(
                    $"{path}({number})",
                    "This line does not belong to a sandbox's state.",
                    "Pass a file that the sandbox wrote, or a new one."
                );
            }
        }

        if (_badLines > MaxToldLines)
        {
            _warnings.Add($"{path}: Malformed lines that are not listed: {_badLines - MaxToldLines}.");
        }

        // A process that was killed may leave half a line at the end. Its change was not confirmed, so none is told.
        return new KeptState([.. _others.Values, .. _state.All], _state.LastOrder, _warnings);
    }

    private void NoteBadLine(string path, int number)
    {
        if (++_badLines > MaxBadLines)
        {
            throw new SpecException(
                $"{path}({number})",
                $"More than {MaxBadLines} lines do not belong to a sandbox's state.",
                "Pass a file that the sandbox wrote, or a new one."
            );
        }
    }

    private void Warn(string warning)
    {
        if (_badLines <= MaxToldLines)
        {
            _warnings.Add(warning);
        }
    }

    // Where a disk was full, a whole line may follow on half of another. The names of a line's own members are quoted,
    // and no text within a line has quotes without a backslash.
    private void ReplayRest(string line, string place)
    {
        var start = 0;
        var tried = 0;
        while (
            start + 1 < line.Length
            && tried < MaxStartsOfALine
            && (start = line.IndexOf("{\"", start + 1, StringComparison.Ordinal)) > 0
        )
        {
            if (!IsStart(line, start))
            {
                continue;
            }

            tried++;
            if (TryReplay(line[start..]))
            {
                Warn($"{place}: Half a line was skipped. The rest of the line was read.");
                return;
            }
        }

        Warn($"{place}: This line is malformed and was skipped.");
    }

    private static bool IsStart(string line, int at) =>
        line.AsSpan(at + 2).StartsWith(StateLine.Kind + "\"", StringComparison.Ordinal)
        || line.AsSpan(at + 2).StartsWith(StateLine.Removed + "\"", StringComparison.Ordinal);

    private bool TryReplay(string line)
    {
        if (line.Length > MaxLineLength)
        {
            return false;
        }

        try
        {
            Replay(StateLine.Parse(line));
            return true;
        }
        catch (Exception error) when (IsOfTheLine(error))
        {
            return false;
        }
    }

    private static bool IsOfTheLine(Exception error) =>
        error
            is JsonException
                or InvalidCastException
                or ArgumentException
                or KeyNotFoundException
                or FormatException
                or OverflowException;

    private void Replay(JObject line)
    {
        if (line[StateLine.LastOrder] is { } lastOrder)
        {
            _state.LastOrder = (long)lastOrder;
        }
        else if ((string?)line[StateLine.Removed] is { } removed)
        {
            Remove(removed, (string)line[StateLine.Id]!);
        }
        else
        {
            Put(
                (string)line[StateLine.Kind]!,
                line[StateLine.Value] ?? throw new FormatException("There is no value.")
            );
        }
    }

    private void Remove(string type, string id)
    {
        if (Find(type, id) is { } entity)
        {
            _state.Unapply(entity);
        }

        _others.Remove($"{type} {id}");
    }

    private IEntity? Find(string type, string id) =>
        type switch
        {
            nameof(User) => _state.User(id),
            nameof(Board) => _state.Board(id),
            nameof(Section) => _state.Section(id),
            nameof(Pin) => _state.Pin(id),
            nameof(MediaFile) => _state.Media(id),
            _ => null,
        };

    private void Put(string type, JToken value)
    {
        var entity =
            value.ToObject(_types[type], StateLine.Serializer) as IEntity
            ?? throw new FormatException("The value is no entity.");
        if (entity is User or Board or Section or Pin or MediaFile)
        {
            _state.Apply(entity);
        }
        else
        {
            _others[$"{type} {entity.Id}"] = entity;
        }
    }
}
