using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>Generates the client of both sides and compares their public members. The names of the base are the lock of the revision, so that no heuristic looks like a break.</summary>
internal static class ClientComparison
{
    public static async Task<DiffResult> AddAsync(DiffResult result, Description before, Description after, Func<RepositoryLayout> layout, CancellationToken cancellationToken)
    {
        try
        {
            var generator = new ClientGenerator(layout());
            var old = generator.NormaliseOther(DescriptionReader.Read(before.Bytes.ToArray(), before.Name));
            var now = generator.NormaliseOther(DescriptionReader.Read(after.Bytes.ToArray(), after.Name), new NameRegistry(DescriptionReader.Parse(old.Names.ToBytes(), "names")));
            var (oldMembers, newMembers) = (await MembersAsync(generator, old, cancellationToken).ConfigureAwait(false), await MembersAsync(generator, now, cancellationToken).ConfigureAwait(false));
            var verdict = Compare(oldMembers, newMembers);
            var names = new ClientNames(old.Names, now.Names);
            return result with { Client = verdict, Findings = [.. result.Findings.Select(finding => finding with { ClientMembers = names.MembersOf(finding, verdict) })] };
        }
        catch (SpecException error)
        {
            // A foreign API, or a release that needs a decision first: the wire was compared all the same.
            return result with { ClientReason = error.Message };
        }
    }

    internal static ClientVerdict Compare(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after)
    {
        List<string> removed = [.. before.Keys.Where(name => !after.ContainsKey(name)).Order(StringComparer.Ordinal)];
        List<string> changed = [.. before.Where(member => after.TryGetValue(member.Key, out var now) && now != member.Value).Select(member => $"{member.Key}: {member.Value} → {after[member.Key]}").Order(StringComparer.Ordinal)];
        List<string> added = [.. after.Keys.Where(name => !before.ContainsKey(name)).Order(StringComparer.Ordinal)];
        return new ClientVerdict(removed.Count + changed.Count > 0 ? "major" : added.Count > 0 ? "minor" : "patch", removed, changed, added);
    }

    private static async Task<IReadOnlyDictionary<string, string>> MembersAsync(ClientGenerator generator, NormalisedDescription description, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("pinterest-openapi-diff-");
        try
        {
            var files = await generator.GenerateAsync(description, folder.FullName, cancellationToken).ConfigureAwait(false);
            return PublicMembers(files.Values);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Reads the public members of C# sources, each with its signature.</summary>
    internal static IReadOnlyDictionary<string, string> PublicMembers(IEnumerable<string> sources)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in sources.SelectMany(source => CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()))
        {
            var isInterface = type is InterfaceDeclarationSyntax;
            if (!IsPublic(type.Modifiers)) continue;
            members.TryAdd(type.Identifier.Text, type.BaseList?.Types.ToString() ?? "");
            // What every type has anyway is no news.
            foreach (var member in type.Members.Where(member => (isInterface || IsPublic(member.Modifiers)) && !member.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.OverrideKeyword))))
            {
                var (name, signature) = member switch
                {
                    MethodDeclarationSyntax method => (method.Identifier.Text, $"{method.ReturnType} ({string.Join(", ", method.ParameterList.Parameters.Select(parameter => $"{parameter.Type} {parameter.Identifier}{(parameter.Default is null ? "" : " = default")}"))})"),
                    PropertyDeclarationSyntax property => (property.Identifier.Text, property.Type.ToString()),
                    FieldDeclarationSyntax field => (field.Declaration.Variables[0].Identifier.Text, field.Declaration.Type.ToString()),
                    _ => (null, ""),
                };
                if (name is not null) members[$"{type.Identifier.Text}.{name}"] = signature;
            }
        }

        return members;
    }

    private static bool IsPublic(SyntaxTokenList modifiers) => modifiers.Any(modifier => modifier.IsKind(SyntaxKind.PublicKeyword));
}

/// <summary>Finds the members that stand for the place of a finding.</summary>
internal sealed class ClientNames(NameRegistry before, NameRegistry after)
{
    public IReadOnlyList<string> MembersOf(Finding finding, ClientVerdict verdict)
    {
        var prefixes = Prefixes(finding).ToList();
        if (prefixes.Count == 0) return [];
        return [.. verdict.Removed.Concat(verdict.Changed.Select(change => change[..change.IndexOf(": ", StringComparison.Ordinal)])).Concat(verdict.Added).Where(member => prefixes.Exists(prefix => member == prefix || member.StartsWith(prefix + ".", StringComparison.Ordinal)))];
    }

    private IEnumerable<string> Prefixes(Finding finding)
    {
        var steps = JsonPointer.Steps(finding.Pointer).ToList();
        foreach (var names in new[] { before, after })
        {
            if (steps is ["components", "schemas", var component, ..] && names.Given("models", component) is { } model)
            {
                if (steps.Count > 4 && steps[3] == "properties")
                {
                    if (names.Given("members", $"{component}.{steps[4]}") is { } member) yield return $"{model}.{member}";
                    if (names.Given("inlineModels", JsonPath(steps, 5)) is { } inline) yield return inline;
                }
                else
                {
                    yield return model;
                }
            }

            foreach (var id in finding.Rule.Area is "operation" or "parameter" ? finding.OperationIds : [])
            {
                foreach (var (group, method) in names.Methods(id))
                {
                    yield return $"{group}Client.{method}Async";
                    yield return $"I{group}Client.{method}Async";
                }
            }
        }
    }

    private static string JsonPath(List<string> steps, int count) => steps.Take(count).Aggregate("#", JsonPointer.Append);
}
