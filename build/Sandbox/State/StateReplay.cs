using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;

namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>Reads a state file by doing its changes again.</summary>
/// <param name="types">The types of the entities that a file may hold.</param>
internal sealed class StateReplay(IEnumerable<Type> types)
{
    private readonly Dictionary<string, Type> _types = types.ToDictionary(type => type.Name, StringComparer.Ordinal);

    // The state knows what a removal takes along: a board's sections and Pins have no line of their own.
    private readonly SandboxState _state = new(new NoJournal());
    private readonly Dictionary<string, IEntity> _others = new(StringComparer.Ordinal);

    private readonly List<string> _warnings = [];

    /// <summary>
    /// Reads a file. What cannot be read is let go with a warning, except for the first line: it tells a state from
    /// any other file.
    /// </summary>
    /// <exception cref="SpecException">The file was not written by a sandbox.</exception>
    public KeptState Read(string path)
    {
        var lines = File.ReadAllLines(path);
        for (var i = 0; i < lines.Length; i++)
        {
            if (TryReplay(lines[i]) is not { } error)
            {
                continue;
            }

            if (i == 0)
            {
                throw new SpecException(
                    $"{path}({i + 1})",
                    "This is not a line of a sandbox's state.",
                    "Pass a file that the sandbox wrote, or a new one.",
                    error
                );
            }

            // A process that was killed may leave half a line at the end. Its change was not confirmed.
            if (i < lines.Length - 1)
            {
                ReplayRest(lines[i], $"{path}({i + 1})");
            }
        }

        return new KeptState([.. _others.Values, .. _state.All], _state.LastOrder, _warnings);
    }

    // Where a disk was full, a whole line may follow on half of another. The names of a line's own members are quoted,
    // and no text within a line has quotes without a backslash.
    private void ReplayRest(string line, string place)
    {
        var start = 0;
        while ((start = line.IndexOf("{\"", start + 1, StringComparison.Ordinal)) > 0)
        {
            if (IsStart(line, start) && TryReplay(line[start..]) is null)
            {
                _warnings.Add($"{place}: Half a line was let go. What follows on it was read.");
                return;
            }
        }

        _warnings.Add($"{place}: This line cannot be read, so it was let go.");
    }

    private static bool IsStart(string line, int at) =>
        line.AsSpan(at + 2).StartsWith(StateLine.Kind + "\"", StringComparison.Ordinal)
        || line.AsSpan(at + 2).StartsWith(StateLine.Removed + "\"", StringComparison.Ordinal);

    private Exception? TryReplay(string line)
    {
        try
        {
            Replay(StateLine.Parse(line));
            return null;
        }
        catch (Exception error) when (IsOfTheLine(error))
        {
            return error;
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
