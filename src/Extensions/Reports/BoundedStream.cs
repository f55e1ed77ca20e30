namespace Pinterest.OpenApi;

/// <summary>
/// The content of a report, with a limit for all of it, a limit for each row, and a limit for how long it may stand
/// still. What the bytes are compressed with counts no more: they are counted after decompression.
/// </summary>
internal sealed class BoundedStream(Stream content, ReportOptions options, TimeProvider time) : Stream
{
    // What the readers have taken ahead of the row that they are at.
    private const int ReadAhead = 64 * 1024;

    // A character of UTF-8 has up to 4 bytes.
    private const int BytesOfCharacter = 4;

    private readonly long _maxRowBytes = ((long)options.MaxRowLength * BytesOfCharacter) + ReadAhead;
    private long _bytes;
    private long _bytesAtRow;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Says that a row was read, so that the limit of a row begins anew.</summary>
    public void EndRow() => _bytesAtRow = _bytes;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var limit = TimeLimit.Start(options.IdleTimeout, time, cancellationToken);
        try
        {
            var read = await content.ReadAsync(buffer, limit.Token).ConfigureAwait(false);
            Count(read);
            return read;
        }
        catch (OperationCanceledException error) when (limit.HasPassed)
        {
            throw new PinterestReportException(
                ReportFailure.Interrupted,
                $"The download of the report made no progress for {options.IdleTimeout.TotalSeconds:0.#} s. Read "
                    + "it again.",
                error
            );
        }
        catch (OperationCanceledException error) when (CallerCancellation.IsHidden(error, cancellationToken))
        {
            throw CallerCancellation.Show(error, cancellationToken);
        }
        catch (Exception error) when (error is IOException or HttpRequestException)
        {
            throw new PinterestReportException(
                ReportFailure.Interrupted,
                $"The download of the report failed ({error.Message}). Read it again.",
                error
            );
        }
        catch (InvalidDataException error)
        {
            throw new PinterestReportException(
                ReportFailure.Malformed,
                $"The file of the report cannot be decompressed ({error.Message}). If its host labels plain text as "
                    + "compressed, use an HttpClient whose handler has AutomaticDecompression = None.",
                error
            );
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A report can only be read asynchronously.");

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await content.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Count(int read)
    {
        _bytes += read;
        if (_bytes > options.MaxBytes)
        {
            throw new PinterestReportException(
                ReportFailure.TooLarge,
                $"The report is larger than {options.MaxBytes} bytes after decompression. Request fewer days or columns, or "
                    + $"increase {nameof(ReportOptions)}.{nameof(ReportOptions.MaxBytes)}."
            );
        }

        if (_bytes - _bytesAtRow > _maxRowBytes)
        {
            throw TooLong("row", options.MaxRowLength, nameof(ReportOptions.MaxRowLength));
        }
    }

    /// <summary>Makes the exception for a row or a value that is too long.</summary>
    public static PinterestReportException TooLong(string what, int most, string option) =>
        new(
            ReportFailure.TooLarge,
            $"A {what} of the report is longer than {most} characters. Increase {nameof(ReportOptions)}.{option} "
                + "if such a length is expected."
        );
}
