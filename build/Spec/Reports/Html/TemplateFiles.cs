using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>
/// The templates, which are built into this assembly. The template diff.html is the resource diff.html.liquid.
/// </summary>
internal sealed class TemplateFiles : IFileProvider
{
    /// <summary>Reads a template.</summary>
    public static string Read(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    /// <inheritdoc/>
    public IFileInfo GetFileInfo(string subpath) => new TemplateFile(subpath);

    /// <inheritdoc/>
    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    /// <inheritdoc/>
    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private static Stream Open(string name) =>
        typeof(TemplateFiles).Assembly.GetManifestResourceStream(typeof(TemplateFiles), $"{name}.liquid")
        ?? throw new InvalidOperationException($"The template {name} is not built in.");

    private sealed class TemplateFile(string name) : IFileInfo
    {
        public bool Exists => true;

        public long Length => -1;

        public string? PhysicalPath => null;

        public string Name => name;

        public DateTimeOffset LastModified => default;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => Open(name);
    }
}
