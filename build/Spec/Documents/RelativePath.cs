namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Names of files relative to the folder of a description, written with slashes. Example: models/pet.yaml.
/// </summary>
/// <param name="folder">
/// The folder of the description below the folder that references may not leave; empty when they are the same.
/// </param>
internal sealed class RelativePath(string folder)
{
    private readonly string[] _folder = folder.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Finds what a relative reference names.</summary>
    /// <param name="from">The name of the file with the reference.</param>
    /// <param name="reference">The reference, percent-encoded as in an address.</param>
    /// <returns>The name; null when it leaves the outer folder, or is no relative reference.</returns>
    public string? Combine(string from, string reference)
    {
        var path = Uri.UnescapeDataString(reference).Replace('\\', '/');
        if (path.StartsWith('/') || path.Contains(':', StringComparison.Ordinal) || path.Any(char.IsControl))
        {
            return null;
        }

        var steps = new List<string>();
        foreach (var step in _folder.Concat(from.Split('/').SkipLast(1)).Concat(path.Split('/')))
        {
            if (step is "..")
            {
                if (steps.Count == 0)
                {
                    return null;
                }

                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("" or "."))
            {
                steps.Add(step);
            }
        }

        return NameOf(steps);
    }

    // Example: for a description in api, the file shared/pet.yaml is named ../shared/pet.yaml.
    private string? NameOf(List<string> steps)
    {
        var common = 0;
        while (common < _folder.Length && common < steps.Count && _folder[common] == steps[common])
        {
            common++;
        }

        var name = string.Join('/', Enumerable.Repeat("..", _folder.Length - common).Concat(steps.Skip(common)));
        return steps.Count == common ? null : name;
    }
}
