namespace Pinterest.OpenApi.Spec.Generation.Naming;

/// <summary>One difference between the names and their lock.</summary>
/// <param name="Section">The kind of name.</param>
/// <param name="Key">What it stands for.</param>
/// <param name="Old">The locked name, or null when the name is new.</param>
/// <param name="New">The name now, or null when it would vanish.</param>
internal sealed record NameChange(string Section, string Key, string? Old, string? New)
{
    /// <summary>
    /// Gets whether code that uses the client would stop to compile. Where a type comes from is no name of the client:
    /// its models are a section of their own.
    /// </summary>
    public bool IsBreak =>
        Old is not null && Section is not NameRegistry.RenamedSchemas and not NameRegistry.InlineModels;

    /// <summary>Gets what a person can do about it.</summary>
    public string Advice =>
        (IsBreak, New) switch
        {
            (true, null) => "Pin with --accept-names to accept it.",
            (true, _) =>
                "Keep the old name with a line in openapi/names.json, or pin with --accept-names to accept the new one.",
            _ => "Pinning records the name. A line in openapi/names.json chooses another one.",
        };

    /// <summary>
    /// Gives one or two sentences. Example: The query parameter "locale" of the operation boards/get is new. Its C# name
    /// would be "locale".
    /// </summary>
    public override string ToString()
    {
        var subject = Subject();
        var start = char.ToUpperInvariant(subject[0]) + subject[1..];
        return (Old, New) switch
        {
            (null, _) when Section == NameRegistry.RenamedSchemas => $"{start} keeps the C# name \"{New}\".",
            (null, _) => $"{start} is new. Its C# name would be \"{New}\".",
            (_, null) => $"{start} no longer exists. Its C# name was \"{Old}\".",
            _ => $"The C# name of {subject} would change from \"{Old}\" to \"{New}\".",
        };
    }

    // Example of the keys: parameters "boards boards/get query locale", methods "boards boards/get", members "Board.name".
    private string Subject()
    {
        var words = Key.Split(' ');
        var member = Key.Split('.', 2);
        return Section switch
        {
            "groups" => $"the group {Key}",
            "methods" => $"the method of the operation {words[^1]}",
            "pagers" => $"the paging method of the operation {words[^1]}",
            "parameters" when words.Length > 3 =>
                $"the {words[2]} parameter \"{string.Join(' ', words[3..])}\" of the operation {words[1]}",
            "members" when member.Length > 1 => $"the property \"{member[1]}\" of the model {member[0]}",
            "values" when member.Length > 1 => $"the value \"{member[1]}\" of the enum {member[0]}",
            "models" => $"the model {Key}",
            NameRegistry.Options => $"the options class of the operation {Key}",
            NameRegistry.InlineModels => $"the inline schema {Key}",
            NameRegistry.RenamedSchemas => $"the schema {Key}",
            _ => $"the name {Key}",
        };
    }
}
