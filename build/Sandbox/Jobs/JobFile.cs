namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>
/// The file of a job. It is made each time that it is read and is not kept, so a thousand jobs need little memory.
/// </summary>
/// <param name="extension">csv or json.</param>
/// <param name="make">Makes the bytes; each time the same.</param>
internal sealed class JobFile(string extension, Func<byte[]> make)
{
    private const int Unknown = -1;

    private int _size = Unknown;

    public string Extension { get; } = extension;

    public string ContentType => Extension == "json" ? "application/json" : "text/csv; charset=utf-8";

    /// <summary>Gets the number of bytes.</summary>
    public int Size
    {
        get
        {
            if (_size == Unknown)
            {
                _size = make().Length;
            }

            return _size;
        }
    }

    public byte[] Read() => make();

    /// <summary>Makes a file of a table.</summary>
    public static JobFile OfTable(string extension, Func<JobTable> table) =>
        new(extension, () => extension == "json" ? table().Json() : table().Csv());
}
