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

    /// <exception cref="SpecException">The file was not written by a sandbox.</exception>
    public KeptState Read(string path)
    {
        var lines = File.ReadAllLines(path);
        for (var i = 0; i < lines.Length; i++)
        {
            try
            {
                Replay(StateLine.Parse(lines[i]));
            }
            catch (Exception error)
                when (error is JsonException or InvalidCastException or ArgumentException or KeyNotFoundException)
            {
                // A process that was killed may leave half a line at the end. Its change was not confirmed.
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

        return new KeptState([.. _others.Values, .. _state.All], _state.LastOrder);
    }

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
            Put((string)line[StateLine.Kind]!, line[StateLine.Value]!);
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
        var entity = (IEntity)value.ToObject(_types[type], StateLine.Serializer)!;
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
