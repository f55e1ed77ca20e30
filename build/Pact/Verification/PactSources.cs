using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.PactCore;

/// <summary>
/// The pact files of a verification as the core can read them. It refuses a byte order mark, so it gets a copy of
/// what begins with one. The copy lasts as long as the verification.
/// </summary>
internal sealed class PactSources : IDisposable
{
    private readonly Lazy<DirectoryInfo> _copies = new(() =>
        Directory.CreateTempSubdirectory("pinterest-openapi-pacts-")
    );

    /// <summary>Gives a source without byte order marks.</summary>
    /// <param name="source">A pact file, or a folder of such. One that is not there is left to the core to report.</param>
    public string WithoutMark(string source)
    {
        var isFolder = Directory.Exists(source);
        var files = isFolder ? Directory.GetFiles(source) : [source];
        if (!files.Where(File.Exists).Any(HasMark))
        {
            return source;
        }

        // Two pacts of different folders may have the same name.
        var folder = Directory.CreateDirectory(Path.Combine(_copies.Value.FullName, Guid.NewGuid().ToString("N")));
        foreach (var file in files.Where(File.Exists))
        {
            var content = Utf8Text.WithoutMark(BoundedFile.Read(file));
            File.WriteAllBytes(Path.Combine(folder.FullName, Path.GetFileName(file)), content);
        }

        return isFolder ? folder.FullName : Path.Combine(folder.FullName, Path.GetFileName(source));
    }

    // Other files of a folder may be of any size, so only the beginning is read.
    private static bool HasMark(string file)
    {
        using var stream = File.OpenRead(file);
        var start = new byte[Utf8Text.MarkLength];
        return Utf8Text.HasMark(start.AsSpan(0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)));
    }

    /// <summary>Removes the copies.</summary>
    public void Dispose()
    {
        if (_copies.IsValueCreated)
        {
            _copies.Value.Delete(recursive: true);
        }
    }
}
