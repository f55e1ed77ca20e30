using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>
/// The lines of a state file. <c>{"lastOrder":7}</c> is the first, <c>{"kind":"Section","value":{…}}</c> an entity
/// that was put, and <c>{"removed":"Section","id":"549755813000000007"}</c> one that was removed.
/// </summary>
internal static class StateLine
{
    public const string LastOrder = "lastOrder";
    public const string Kind = "kind";
    public const string Value = "value";
    public const string Removed = "removed";
    public const string Id = "id";

    public static readonly JsonSerializer Serializer = JsonSerializer.Create(
        new JsonSerializerSettings
        {
            NullValueHandling = NullValueHandling.Ignore,
            DateParseHandling = DateParseHandling.None,
        }
    );

    public static string OfLastOrder(long order) => Text(new JObject { [LastOrder] = order });

    public static string OfPut(IEntity entity) =>
        Text(new JObject { [Kind] = entity.GetType().Name, [Value] = JObject.FromObject(entity, Serializer) });

    public static string OfRemoval(IEntity entity) =>
        Text(new JObject { [Removed] = entity.GetType().Name, [Id] = entity.Id });

    public static JObject Parse(string line)
    {
        using var reader = new JsonTextReader(new StringReader(line)) { DateParseHandling = DateParseHandling.None };
        var read = JObject.Load(reader);
        return reader.Read() ? throw new JsonReaderException("More follows on the line.") : read;
    }

    private static string Text(JObject line) => line.ToString(Formatting.None);
}
