using Newtonsoft.Json;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>Plays recorded YAML tokens as a JSON reader, with their lines and columns.</summary>
internal sealed class YamlTokenReader(List<YamlToken> tokens) : JsonReader, IJsonLineInfo
{
    private int _next;

    /// <summary>Gets how many tokens there are.</summary>
    public int Count => tokens.Count;

    public int LineNumber => tokens[Math.Max(0, _next - 1)].Line;

    public int LinePosition => tokens[Math.Max(0, _next - 1)].Column;

    public bool HasLineInfo() => _next > 0;

    public override bool Read()
    {
        if (_next >= tokens.Count)
        {
            SetToken(JsonToken.None);
            return false;
        }

        var token = tokens[_next++];
        SetToken(token.Type, token.Value);
        return true;
    }
}
