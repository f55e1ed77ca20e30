using System.Text.Json;

namespace Pinterest.OpenApi;

/// <summary>The members of a model: their JSON names, and the C# properties that hold them.</summary>
internal sealed class MemberTable
{
    /// <summary>The members of a class without any.</summary>
    public static readonly MemberTable Empty = new(parent: null, [], []);

    private readonly string[] _names;
    private readonly string[] _properties;
    private readonly JsonEncodedText[] _encoded;
    private readonly NameTable _table;

    /// <summary>Makes the table of a class.</summary>
    /// <param name="parent">The table of its base class, whose members come first.</param>
    /// <param name="names">The JSON names of its own members.</param>
    /// <param name="properties">The C# names of the same members.</param>
    public MemberTable(MemberTable? parent, string[] names, string[] properties)
    {
        _names = [.. parent?._names ?? [], .. names];
        _properties = [.. parent?._properties ?? [], .. properties];
        _encoded = Array.ConvertAll(_names, static name => JsonEncodedText.Encode(name, JsonOutput.Encoder));
        _table = new NameTable(_names);
    }

    /// <summary>Finds the member that a cursor stands at the name of.</summary>
    /// <returns>Its index; -1 when it is not known.</returns>
    public int Find(ref JsonCursor cursor) => cursor.FindIn(_table);

    /// <summary>Finds a member by the C# name of its property.</summary>
    /// <returns>Its index; -1 when there is none.</returns>
    public int FindProperty(string property) => Array.IndexOf(_properties, property);

    public string NameOf(int index) => _names[index];

    public JsonEncodedText EncodedNameOf(int index) => _encoded[index];
}
