using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Emit;

namespace Pinterest.OpenApi.Spec.Generation.Naming;

/// <summary>
/// Every public name that the generated client has, and what it stands for. A name that <c>openapi/names.lock.json</c>
/// knows is kept, so that a heuristic cannot rename the public API.
/// </summary>
internal sealed class NameRegistry
{
    /// <summary>The section of the schemas whose C# name is that of an older name.</summary>
    public const string RenamedSchemas = "renamedSchemas";

    /// <summary>The section of the types that have no name in the description, by their places.</summary>
    public const string InlineModels = "inlineModels";

    /// <summary>The section of the orders of the parameters of each operation.</summary>
    public const string ParameterOrder = "parameterOrder";

    /// <summary>The section of the records that hold the optional parameters of an operation.</summary>
    public const string Options = "options";

    private const char Separator = ' ';

    private readonly SortedDictionary<string, SortedDictionary<string, string>> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> _locked = new(StringComparer.Ordinal);

    /// <summary>Begins with the names of a lock file.</summary>
    /// <param name="lockFile">The lock, or null for none.</param>
    public NameRegistry(JObject? lockFile = null)
    {
        foreach (var section in lockFile?.Properties() ?? [])
        {
            _locked[section.Name] = ((JObject)section.Value)
                .Properties()
                .ToDictionary(p => p.Name, p => (string)p.Value!, StringComparer.Ordinal);
        }
    }

    /// <summary>Reads a lock file if there is one.</summary>
    public static NameRegistry FromFile(string path) =>
        new(File.Exists(path) ? DescriptionReader.Parse(BoundedFile.Read(path), path) : null);

    /// <summary>Gives the locked name of a thing, or null.</summary>
    public string? Locked(string section, string key) =>
        _locked.TryGetValue(section, out var names) ? names.GetValueOrDefault(key) : null;

    /// <summary>Gives a name that was given, or null.</summary>
    public string? Given(string section, string key) =>
        _given.TryGetValue(section, out var names) ? names.GetValueOrDefault(key) : null;

    /// <summary>Lists the names of a section that were given, with what each stands for.</summary>
    public IEnumerable<KeyValuePair<string, string>> All(string section) => _given.GetValueOrDefault(section) ?? [];

    /// <summary>
    /// Gives what a name within an owner stands for: the property of a member, the value of an enum; or null.
    /// </summary>
    public string? KeyOf(string section, string owner, string name) =>
        All(section)
            .FirstOrDefault(entry => entry.Value == name && entry.Key.StartsWith(owner + ".", StringComparison.Ordinal))
            is { Key: { } key }
            ? key[(owner.Length + 1)..]
            : null;

    /// <summary>Lists the group and the name of each method of an operation.</summary>
    /// <param name="operationId">The operation.</param>
    /// <param name="section">methods, or pagers.</param>
    public IEnumerable<(string Group, string Method)> Methods(string operationId, string section = "methods")
    {
        foreach (var (key, name) in All(section))
        {
            if (
                key.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end
                && key.AsSpan(end + 1).SequenceEqual(operationId)
                && Given("groups", key[..end]) is { } group
            )
            {
                yield return (group, name);
            }
        }
    }

    /// <summary>Records a name: a decision first, then the lock, then the rule.</summary>
    /// <param name="section">The kind of name: models, members, ....</param>
    /// <param name="key">What it stands for, in the terms of the description.</param>
    /// <param name="decision">The name that a decision gives, or null.</param>
    /// <param name="rule">The name that the rule gives.</param>
    /// <returns>The name.</returns>
    /// <exception cref="SpecException">The name is no C# identifier.</exception>
    public string Give(string section, string key, string? decision, string rule)
    {
        var name = decision ?? Locked(section, key) ?? rule;
        if (!CSharpCode.IsIdentifier(name))
        {
            throw new SpecException(
                $"openapi/names.lock.json or a decision, {section} {key}",
                $"The name '{name}' is not a C# identifier of ASCII letters and digits.",
                "Correct the name in that file."
            );
        }

        if (!_given.TryGetValue(section, out var names))
        {
            _given[section] = names = new SortedDictionary<string, string>(StringComparer.Ordinal);
        }

        names[key] = name;
        return name;
    }

    /// <summary>Gives the locked order of the parameters of an operation, by their names in the description; or null.</summary>
    public IReadOnlyList<string>? OrderOf(string operationId) => Locked(ParameterOrder, operationId)?.Split(Separator);

    /// <summary>Gives the order of the parameters of an operation as it was recorded; empty without one.</summary>
    public IReadOnlyList<string> GivenOrderOf(string operationId) =>
        Given(ParameterOrder, operationId)?.Split(Separator) ?? [];

    /// <summary>Records the order of the parameters of an operation.</summary>
    public void GiveOrder(string operationId, IEnumerable<string> parameters)
    {
        if (!_given.TryGetValue(ParameterOrder, out var orders))
        {
            _given[ParameterOrder] = orders = new SortedDictionary<string, string>(StringComparer.Ordinal);
        }

        orders[operationId] = string.Join(Separator, parameters);
    }

    /// <summary>
    /// Lists how the given names differ from the lock: what would be renamed, what would vanish, what is new.
    /// </summary>
    public IReadOnlyList<NameChange> Changes()
    {
        var changes = new List<NameChange>();
        foreach (var section in _given.Keys.Union(_locked.Keys).Except([ParameterOrder]).Order(StringComparer.Ordinal))
        {
            var given = _given.GetValueOrDefault(section) ?? [];
            var locked = _locked.GetValueOrDefault(section) ?? [];
            changes.AddRange(
                locked
                    .Where(old => given.TryGetValue(old.Key, out var name) && name != old.Value)
                    .Select(old => new NameChange(section, old.Key, old.Value, given[old.Key]))
            );
            changes.AddRange(
                locked
                    .Where(old => !given.ContainsKey(old.Key))
                    .Select(old => new NameChange(section, old.Key, old.Value, null))
            );
            changes.AddRange(
                given
                    .Where(added => !locked.ContainsKey(added.Key))
                    .Select(added => new NameChange(section, added.Key, null, added.Value))
            );
        }

        return changes;
    }

    /// <summary>Writes the given names as a lock file.</summary>
    public byte[] ToBytes() =>
        CanonicalJson.ToBytes(
            new JObject(
                _given.Select(section => new JProperty(
                    section.Key,
                    new JObject(section.Value.Select(name => new JProperty(name.Key, name.Value)))
                ))
            )
        );
}
