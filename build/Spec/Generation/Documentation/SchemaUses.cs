using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Documentation;

/// <summary>Which operations send a model, and which return it, in the body itself or within another model.</summary>
internal sealed class SchemaUses
{
    private const int Shown = 3;

    private readonly Dictionary<string, List<string>> _sentBy = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _returnedBy = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _references = new(StringComparer.Ordinal);
    private readonly NormalisationContext _context;

    /// <summary>Finds the uses of all models.</summary>
    /// <param name="context">The document.</param>
    public SchemaUses(NormalisationContext context)
    {
        _context = context;
        foreach (var operation in context.Operations())
        {
            var id = (string)operation.Node[Keywords.OperationId]!;
            Add(_sentBy, id, operation.Node["requestBody"]);
            Add(_returnedBy, id, operation.Node["responses"].Member("200"));
        }
    }

    /// <summary>Lists the sentences about a model: who sends it, and who returns it.</summary>
    /// <param name="model">The C# name of the model.</param>
    public IEnumerable<XmlText> Of(string model)
    {
        if (_sentBy.TryGetValue(model, out var senders))
        {
            yield return Sentence("Sent by", senders);
        }

        if (_returnedBy.TryGetValue(model, out var sources))
        {
            yield return Sentence("Returned by", sources);
        }
    }

    private static XmlText Sentence(string words, List<string> operations)
    {
        var shown = XmlText.Of($"{words} <c>{string.Join(", ", operations.Take(Shown))}</c>");
        return operations.Count > Shown
            ? XmlText.Of($"{shown} and {operations.Count - Shown} more.")
            : XmlText.Of($"{shown}.");
    }

    private void Add(Dictionary<string, List<string>> uses, string operation, JToken? body)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var left = new Stack<string>(NamesIn(body));
        while (left.TryPop(out var name))
        {
            if (!seen.Add(name))
            {
                continue;
            }

            if (!uses.TryGetValue(name, out var operations))
            {
                uses[name] = operations = [];
            }

            operations.Add(operation);
            foreach (var inner in ReferencesOf(name))
            {
                left.Push(inner);
            }
        }
    }

    private List<string> ReferencesOf(string name)
    {
        if (!_references.TryGetValue(name, out var found))
        {
            _references[name] = found = [.. NamesIn(_context.Schemas[name])];
        }

        return found;
    }

    private static IEnumerable<string> NamesIn(JToken? token) =>
        (token as JContainer)
            ?.DescendantsAndSelf()
            .OfType<JObject>()
            .Select(References.SchemaName)
            .OfType<string>()
            .Distinct()
        ?? [];
}
