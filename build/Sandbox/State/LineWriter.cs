using System.Text;

namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>
/// Appends lines to a file. A line that was written in part, because the disk was full, is cut off before the next.
/// </summary>
internal sealed class LineWriter : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Stream _file;
    private long _length;
    private bool _isTorn;

    /// <summary>Appends to a file.</summary>
    /// <param name="file">The file, without a buffer of its own: it would send half a line once more.</param>
    public LineWriter(Stream file)
    {
        _file = file;
        _length = file.Length;
        file.Position = _length;
    }

    public void Write(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line + "\n");
        lock (_gate)
        {
            if (_isTorn)
            {
                _file.SetLength(_length);
                _file.Position = _length;
            }

            // Cleared by what is whole only, so that a cut that fails is made at the next write.
            _isTorn = true;
            _file.Write(bytes);
            _file.Flush();
            _length += bytes.Length;
            _isTorn = false;
        }
    }

    public void Dispose() => _file.Dispose();
}
