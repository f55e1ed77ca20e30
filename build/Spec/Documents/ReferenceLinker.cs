using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Writes every reference of a description as a pointer within its tree, and puts the documents that it leads to into that
/// tree. See <see cref="OtherDocuments"/>. A reference that cannot be followed stays as it is, with an
/// <see cref="UnfollowedReference"/>.
/// </summary>
internal sealed class ReferenceLinker
{
    // Only maps, lists and the few objects that hold no reference of their own are replaced, so real descriptions need some
    // thousands at most.
    private const int MaxReplaced = 20_000;

    private readonly DocumentSet _documents;
    private readonly ReferenceTargets _targets;
    private readonly Stack<(JToken Node, LinkPlace Place, LinkScope Scope, string? Title)> _pending = new();
    private readonly HashSet<JToken> _visited = new(ReferenceEqualityComparer.Instance as IEqualityComparer<JToken>);
    private List<OpenReference> _open = [];
    private int _replaced;

    private ReferenceLinker(DocumentSet documents)
    {
        _documents = documents;
        _targets = new ReferenceTargets(documents);
        _pending.Push((documents.Root, LinkPlace.Part, _targets.ScopeOf(documents.Root), null));
    }

    /// <summary>Links a description that stands alone.</summary>
    public static void Link(JObject root, string reason)
    {
        var linker = new ReferenceLinker(new DocumentSet(root, new NoNeighbours(reason), 0));
        linker.Walk();
        linker.TryAgain();
        linker.GiveUp();
    }

    /// <summary>Links a description with the documents beside it.</summary>
    /// <param name="root">The description.</param>
    /// <param name="neighbours">Where other documents are.</param>
    /// <param name="tokens">How many values the description has.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task LinkAsync(
        JObject root,
        IDocumentNeighbours neighbours,
        int tokens,
        CancellationToken cancellationToken
    )
    {
        var documents = new DocumentSet(root, neighbours, tokens);
        var linker = new ReferenceLinker(documents);
        linker.Walk();
        while (linker.TryAgain() || documents.WantsMore)
        {
            foreach (var (name, document) in await documents.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                linker._targets.Add(name, document);
            }
        }

        linker.GiveUp();
    }

    // Follows the references whose targets are known by now. Gives false when there was none.
    private bool TryAgain()
    {
        var open = _open;
        _open = [];
        foreach (var reference in open)
        {
            Follow(reference);
        }

        var found = open.Count - _open.Count;
        Walk();
        return found > 0;
    }

    private void GiveUp()
    {
        foreach (var reference in _open)
        {
            _targets.Find(reference, out var problem);
            reference.Text.AddAnnotation(
                new UnfollowedReference(
                    $"The reference '{reference.Text.Value}' was not followed: {problem ?? "It leads back to itself."}"
                )
                {
                    IsOfWhole = LinkPlaces.IsReplaced(reference.Place),
                }
            );
        }
    }

    private void Walk()
    {
        while (_pending.TryPop(out var visit))
        {
            var (node, place, scope, title) = visit;
            if (node is JArray list)
            {
                foreach (var item in list.Where(item => item is JContainer))
                {
                    _pending.Push((item, LinkPlaces.OfItems(place), scope, null));
                }
            }
            else if (node is JObject part && _visited.Add(part))
            {
                Visit(part, place, _targets.Enter(part, scope), title);
            }
        }
    }

    private void Visit(JObject node, LinkPlace place, LinkScope scope, string? title)
    {
        foreach (var member in node.Properties().ToList())
        {
            if (member is { Name: "$ref" or "$dynamicRef", Value: JValue { Value: string } text })
            {
                Follow(new OpenReference(text, scope, place) { Title = title });
            }
            else if (place is LinkPlace.Mapping && member.Value is JValue { Value: string target } mapped)
            {
                if (target.AsSpan().ContainsAny('#', '/', '.') && !_targets.IsComponent(target))
                {
                    Follow(new OpenReference(mapped, scope, LinkPlace.Part));
                }
            }
            else if (member.Value is JContainer && LinkPlaces.Of(place, member) is { } below)
            {
                _pending.Push((member.Value, below, scope, TitleOf(member, place, title)));
            }
        }
    }

    // Names what is listed below "paths". Examples: /pets, and GET /pets.
    private static string? TitleOf(JProperty member, LinkPlace place, string? title) =>
        place switch
        {
            LinkPlace.Paths => member.Name,
            LinkPlace.PathItem when title is not null && member.Value is JObject =>
                $"{member.Name.ToUpperInvariant()} {title}",
            _ => null,
        };

    private void Follow(OpenReference reference)
    {
        if (_targets.Find(reference, out _) is not { } target)
        {
            _open.Add(reference);
        }
        else if (reference.Text.Parent is JProperty { Name: "$dynamicRef" } dynamic)
        {
            FollowDynamic(reference, dynamic, target);
        }
        else if (HolderOf(reference) is not { } node)
        {
            return;
        }
        else if (target is JArray list && reference.Text.Parent is JProperty { Name: "$ref" })
        {
            var copy = _targets.Copy(list);
            node.Replace(copy);
            var isPart = reference.Place is LinkPlace.Map or LinkPlace.Part;
            _pending.Push((copy, isPart ? LinkPlace.Part : LinkPlace.ListOfWhole, reference.Scope, null));
        }
        else if (LinkPlaces.IsReplaced(reference.Place))
        {
            Replace(reference, node, target);
        }
        else
        {
            Write(reference, target);
        }
    }

    // A dynamic reference is a plain one where only one schema can be meant.
    private void FollowDynamic(OpenReference reference, JProperty member, JToken target)
    {
        var node = (JObject)member.Parent!;
        var name = target.Member("$dynamicAnchor").Text();
        if (node["$ref"] is not null || (name is not null && _targets.IsAmbiguous(name)))
        {
            return;
        }

        var text = new JProperty("$ref", member.Value);
        member.Replace(text);
        Write(reference with { Text = (JValue)text.Value }, target);
    }

    private void Write(OpenReference reference, JToken target)
    {
        _targets.Write(reference.Text, target);
        var title = reference.Title ?? ReferenceTargets.TitleOf(target);
        if (title is not null && target.Annotation<ReferencedPart>() is null)
        {
            target.AddAnnotation(new ReferencedPart(title, reference.Place is LinkPlace.PathItem));
        }

        _pending.Push((target, reference.Place, _targets.ScopeOf(target), reference.Title));
    }

    // Example: {paths: {$ref: paths.yaml}} becomes {paths: {/pets: {$ref: paths.yaml#/~1pets}}}. What stands beside the
    // reference counts more.
    private void Replace(OpenReference reference, JObject node, JToken target)
    {
        // What is replaced by something around it would be replaced again within the copy, without end. Example:
        // #/servers/0 is {$ref: '#'}. A circle through several parts ends at the limit.
        if (target is not JObject whole || IsAround(whole, node) || ++_replaced > MaxReplaced)
        {
            _open.Add(reference);
            return;
        }

        node.Remove("$ref");
        foreach (var member in whole.Properties().Where(member => node[member.Name] is null).ToList())
        {
            node.Add(member.Name, _targets.Copy(member.Value));
        }

        _visited.Remove(node);
        _pending.Push((node, reference.Place, reference.Scope, reference.Title));
    }

    private static JObject? HolderOf(OpenReference reference)
    {
        var member = reference.Text.Parent;
        return member?.Parent as JObject;
    }

    private static bool IsAround(JToken part, JToken token) =>
        token.AncestorsAndSelf().Any(ancestor => ReferenceEquals(ancestor, part));
}
