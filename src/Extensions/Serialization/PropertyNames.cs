using Newtonsoft.Json;

namespace Pinterest.OpenApi;

/// <summary>
/// The property names that were read, so that each is one string for the whole process. The API has a fixed number
/// of names; the limit keeps a response whose names are data (dates, ids) from filling the table.
/// </summary>
internal sealed class PropertyNames : JsonNameTable
{
    private const int Limit = 8192;
    private const int MaxLength = 64;

    private readonly DefaultJsonNameTable _names = new();
    private int _count;

    public static PropertyNames Table { get; } = new();

    // Reading the table needs no lock: DefaultJsonNameTable is written to by one thread at a time, here under a lock.
    public override string? Get(char[] key, int start, int length) =>
        length > MaxLength ? null : _names.Get(key, start, length) ?? Add(key, start, length);

    private string? Add(char[] key, int start, int length)
    {
        lock (_names)
        {
            if (_count >= Limit)
            {
                return null;
            }

            _count++;
            return _names.Add(new string(key, start, length));
        }
    }
}
