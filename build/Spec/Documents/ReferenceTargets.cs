using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>Finds what references lead to, in all documents of a description.</summary>
internal sealed class ReferenceTargets
{
    private readonly DocumentSet _documents;
    private readonly SchemaResources _resources = new();
    private readonly bool _knowsResources;
    private readonly HashSet<JToken> _written = new(ReferenceEqualityComparer.Instance as IEqualityComparer<JToken>);
    private readonly Dictionary<string, JToken?> _local = new(StringComparer.Ordinal);
    private readonly LinkScope _start;

    /// <summary>Makes the targets of a description.</summary>
    /// <exception cref="SpecException">The description uses the member that other documents become.</exception>
    public ReferenceTargets(DocumentSet documents)
    {
        _documents = documents;
        if (documents.Root[OtherDocuments.Member] is { } taken)
        {
            throw new SpecException(
                JsonPointer.Within(taken),
                $"The member '{OtherDocuments.Member}' is not part of OpenAPI.",
                "Rename it."
            );
        }

        // In OpenAPI 3.0, $id and $anchor mean nothing.
        var version = documents.Root["openapi"]?.PlainText();
        _knowsResources = version?.StartsWith("3.0", StringComparison.Ordinal) != true;
        _start = new LinkScope(documents.Start, documents.Root, SchemaResources.AddressOf(documents.Start));
        Add(documents.Start, documents.Root);
    }

    /// <summary>Adds a document that was read.</summary>
    public void Add(string name, JToken document)
    {
        if (_knowsResources)
        {
            _resources.Add(name, document);
        }
    }

    /// <summary>Gives what references within a part are relative to.</summary>
    /// <param name="part">The part.</param>
    /// <param name="around">What references around it are relative to.</param>
    public LinkScope Enter(JObject part, LinkScope around) =>
        _knowsResources && _resources.AddressOf(part) is { } address
            ? around with
            {
                Resource = part,
                Address = address,
            }
            : around;

    /// <summary>Gives what references of any token are relative to.</summary>
    public LinkScope ScopeOf(JToken token)
    {
        var name = OtherDocuments.NameOf(token);
        var document = name is null ? _documents.Root : _documents.Root[OtherDocuments.Member]![name]!;
        var scope = name is null ? _start : new LinkScope(name, document, SchemaResources.AddressOf(name));
        if (!_knowsResources)
        {
            return scope;
        }

        var resource = token
            .AncestorsAndSelf()
            .OfType<JObject>()
            .FirstOrDefault(part => _resources.AddressOf(part) is not null);
        return resource is null ? scope : Enter(resource, scope);
    }

    /// <summary>Tells whether several schemas have a dynamic name.</summary>
    public bool IsAmbiguous(string dynamicAnchor) => _resources.IsAmbiguous(dynamicAnchor);

    /// <summary>Tells whether a text is the name of a component schema.</summary>
    public bool IsComponent(string name) => _documents.Root["components"].Member("schemas").Member(name) is not null;

    /// <summary>Finds what a reference leads to.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="problem">Why it leads nowhere, as a sentence.</param>
    /// <returns>Null when it leads nowhere, or to a document that was not read yet.</returns>
    public JToken? Find(OpenReference reference, out string? problem)
    {
        var text = (string)reference.Text.Value!;
        problem = null;
        if (_written.Contains(reference.Text))
        {
            return JsonPointer.Find(_documents.Root, text);
        }

        if (ReferenceEquals(reference.Scope, _start) && JsonPointer.IsLocal(text))
        {
            if (!_local.TryGetValue(text, out var known) || known is null)
            {
                _local[text] = known = At(_documents.Root, text);
            }

            problem = known is null ? "It leads nowhere." : null;
            return known;
        }

        var parts = text.Split('#', 2);
        var resource =
            parts[0].Length == 0
                ? reference.Scope.Resource
                : _resources.Find(reference.Scope.Address, parts[0])
                    ?? _documents.Get(reference.Scope.Document, parts[0], out problem);
        var target = resource is null ? null : Within(resource, parts.ElementAtOrDefault(1) ?? "");
        problem ??= target is null ? "It leads nowhere." : null;
        return target;
    }

    /// <summary>Writes a reference as a pointer within the tree.</summary>
    public void Write(JValue reference, JToken target)
    {
        if (_written.Add(reference))
        {
            // A pointer of the description itself stays as it was written.
            var text = (string)reference.Value!;
            var isRight = JsonPointer.IsLocal(text) && ReferenceEquals(JsonPointer.Find(_documents.Root, text), target);
            reference.Value = isRight ? text : JsonPointer.To(target);
        }
    }

    /// <summary>Copies a token; objects become references to the original, so that they keep their place.</summary>
    public JToken Copy(JToken token)
    {
        switch (token)
        {
            case JObject:
                var reference = new JValue(JsonPointer.To(token));
                var copy = new JObject(new JProperty("$ref", reference));
                _written.Add(copy["$ref"]!);
                return copy;
            case JArray list:
                return new JArray(list.Select(Copy));
            default:
                return token.DeepClone();
        }
    }

    /// <summary>Gives what a person calls a part of another document; null for a part of the description.</summary>
    public static string? TitleOf(JToken target)
    {
        var pointer = JsonPointer.To(target);
        if (target.Member("in") is JValue && target.Member("name").Text() is { } parameter)
        {
            return OtherDocuments.NameOf(target) is null ? null : $"parameter '{parameter}'";
        }

        return pointer.StartsWith(OtherDocuments.Prefix, StringComparison.Ordinal)
            ? OtherDocuments.TitleOf(pointer)
            : null;
    }

    private JToken? Within(JToken resource, string fragment)
    {
        if (fragment.Length == 0)
        {
            return resource;
        }

        return fragment[0] == '/'
            ? At(resource, "#" + fragment)
            : _resources.Anchor(resource, Uri.UnescapeDataString(fragment));
    }

    // A pointer may lead through another reference, which was followed already or will be.
    private JToken? At(JToken root, string pointer)
    {
        if (JsonPointer.Find(root, pointer) is { } found)
        {
            return found;
        }

        var current = root;
        foreach (var step in JsonPointer.Steps(pointer))
        {
            if (
                current is JObject node
                && node[step] is null
                && node["$ref"] is { } through
                && _written.Contains(through)
            )
            {
                current = References.TryResolve(_documents.Root, node);
            }

            current = current is null
                ? null
                : JsonPointer.Find(
                    current,
                    JsonPointer.Append("#", step.Replace("%", "%25", StringComparison.Ordinal))
                );
        }

        return current;
    }
}
