using System.IO.Compression;
using System.Net;
using System.Text;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Reports;

/// <summary>What goes wrong with a report has a kind of its own, and no message holds a secret.</summary>
public sealed class ReportFailureTests
{
    private const string Csv = "CAMPAIGN_ID,CTR\r\n549,1\r\n";

    [Theory]
    [InlineData("FAILED", ReportFailure.Failed)]
    [InlineData("failed", ReportFailure.Failed)]
    [InlineData("CANCELLED", ReportFailure.Cancelled)]
    [InlineData("EXPIRED", ReportFailure.Expired)]
    [InlineData("DOES_NOT_EXIST", ReportFailure.DoesNotExist)]
    public async Task Each_state_that_has_no_file_is_a_failure_of_its_own(string state, ReportFailure failure)
    {
        var reports = new FakeReports(Csv).Says("IN_PROGRESS", state);

        var error = await reports.FailsAsync();

        Assert.Equal(failure, error.Failure);
        Assert.Equal("secret-token", error.Token);
        Assert.StartsWith("ads report: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-token", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_fails_at_once_is_not_waited_for()
    {
        var reports = new FakeReports(Csv) { Creation = """{"report_status":"FAILED","token":"t"}""" };

        Assert.Equal(ReportFailure.Failed, (await reports.FailsAsync()).Failure);
        Assert.Equal(0, reports.Polls);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"token":null}""")]
    [InlineData("""{"token":"","report_status":"IN_PROGRESS"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("\"text\"")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":"text"}""")]
    [InlineData("""{"data":[{"token":"t"}]}""")]
    public async Task A_report_without_a_token_is_incomplete(string creation)
    {
        var reports = new FakeReports(Csv) { Creation = creation };

        Assert.Equal(ReportFailure.Incomplete, (await reports.FailsAsync()).Failure);
    }

    [Fact]
    public async Task A_report_that_is_never_finished_ends_at_the_time_limit()
    {
        var reports = new FakeReports(Csv).Says([.. Enumerable.Repeat("IN_PROGRESS", 100)]);

        var error = await reports.FailsAsync(new ReportOptions { Timeout = TimeSpan.FromMinutes(2) });

        Assert.Equal(ReportFailure.TimedOut, error.Failure);
        Assert.Contains("within 120 s", error.Message, StringComparison.Ordinal);
        Assert.InRange(reports.Polls, 5, 20);
    }

    [Theory]
    [InlineData("http://reports.example.com/file")]
    [InlineData("https://localhost/file")]
    [InlineData("http://127.0.0.1:1/file")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://reports.example.com/file")]
    public async Task A_file_is_read_over_https_only_and_not_from_this_machine(string address)
    {
        var reports = new FakeReports(Csv) { Address = address };

        Assert.Equal(ReportFailure.AddressNotAllowed, (await reports.FailsAsync()).Failure);
        Assert.Empty(reports.Downloads);
    }

    [Fact]
    public async Task A_host_can_be_required()
    {
        var reports = new FakeReports(Csv);

        var error = await reports.FailsAsync(new ReportOptions { AllowedHosts = ["ample.com"] });

        Assert.Equal(ReportFailure.AddressNotAllowed, error.Failure);
        Assert.Single(await reports.RowsAsync(options: new ReportOptions { AllowedHosts = ["example.com"] }));
    }

    [Fact]
    public async Task A_refusal_of_the_host_tells_its_status_and_hides_the_signature_of_the_address()
    {
        var reports = new FakeReports(Csv, isOk: false) { Address = "https://reports.example.com/f?signature=hidden" };

        var error = await reports.FailsAsync();

        Assert.Equal((ReportFailure.Refused, HttpStatusCode.Forbidden), (error.Failure, error.Status));
        Assert.DoesNotContain("hidden", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><body>Sorry</body></html>")]
    [InlineData("A,B\n1\n")]
    [InlineData("A,B\n1,2,3\n")]
    [InlineData("A,a\n1,2\n")]
    [InlineData("A,B\n1,\"2")]
    [InlineData("A,B\n1,\"2\"3\n")]
    [InlineData("""{"549":[{"A":1}""")]
    [InlineData("""{"549":[{"A":1,""")]
    [InlineData("""{"549":[{"A":""")]
    [InlineData("""[{"A":[1,""")]
    [InlineData("""[{"A":1}} nonsense""")]
    public async Task A_file_that_is_damaged_or_cut_off_is_malformed(string file)
    {
        var reports = new FakeReports(file);

        Assert.Equal(ReportFailure.Malformed, (await reports.FailsAsync()).Failure);
    }

    [Fact]
    public async Task Rows_before_the_damage_are_given()
    {
        var reports = new FakeReports("A,B\n1,2\n3\n");
        var rows = reports.Client.ReadReportFileAsync(new Uri(reports.Address)).GetAsyncEnumerator();

        Assert.True(await rows.MoveNextAsync());
        Assert.Equal(2, rows.Current.Long("B"));
        await Assert.ThrowsAsync<PinterestReportException>(async () => await rows.MoveNextAsync());
        await rows.DisposeAsync();
    }

    [Theory]
    [InlineData("A\nlong text\n")]
    [InlineData("A\n\"long\ntext\"\n")]
    [InlineData("""[{"A":"long text"}]""")]
    public async Task A_value_that_is_too_long_ends_the_reading(string file)
    {
        var reports = new FakeReports(file);

        var error = await reports.FailsAsync(new ReportOptions { MaxValueLength = 5 });

        Assert.Equal(ReportFailure.TooLarge, error.Failure);
        Assert.Contains("MaxValueLength", error.Message, StringComparison.Ordinal);
        Assert.Single(await reports.RowsAsync(options: new ReportOptions { MaxValueLength = 9 }));
    }

    [Theory]
    [InlineData("A,B\n")]
    [InlineData("[[[[")]
    public async Task A_row_without_an_end_does_not_fill_the_memory(string beginning)
    {
        var endless = beginning + new string(' ', 10_000_000);
        var reports = new FakeReports(endless);

        var error = await reports.FailsAsync(new ReportOptions { MaxRowLength = 1000 });

        Assert.Equal(ReportFailure.TooLarge, error.Failure);
    }

    [Fact]
    public async Task A_small_file_that_becomes_a_large_one_is_not_decompressed_to_its_end()
    {
        var bomb = new MemoryStream();
        await using (var gzip = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes("A\n"));
            var row = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("1\n", 5000)));
            for (var i = 0; i < 2000; i++)
            {
                await gzip.WriteAsync(row);
            }
        }

        var reports = new FakeReports { File = () => new ByteArrayContent(bomb.ToArray()) };

        var error = await reports.FailsAsync(new ReportOptions { MaxBytes = 100_000 });

        Assert.Equal(ReportFailure.TooLarge, error.Failure);
        Assert.Contains("larger than 100000 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compressed_file_that_is_cut_off_is_no_complete_report()
    {
        var file = new MemoryStream();
        await using (var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(
                Encoding.UTF8.GetBytes("A,B\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i},2\n")))
            );
        }

        var reports = new FakeReports { File = () => new ByteArrayContent(file.ToArray()[..^100]) };

        Assert.Equal(ReportFailure.Malformed, (await reports.FailsAsync()).Failure);
    }

    [Fact]
    public async Task A_download_that_breaks_off_is_interrupted()
    {
        var reports = new FakeReports { File = () => new StreamContent(new FailingStream()) };
        Assert.Equal(ReportFailure.Interrupted, (await reports.FailsAsync()).Failure);
    }

    [Theory]
    [InlineData("A,B\n")]
    [InlineData("""[{"A":1},""")]
    public async Task Cancelling_ends_a_download_in_the_middle(string beginning)
    {
        var content = new StandingStream(beginning);
        var reports = new FakeReports { File = () => new StreamContent(content) };
        using var stop = new CancellationTokenSource();
        var rows = FakeReports.ListAsync(
            reports.Client.ReadReportFileAsync(new Uri(reports.Address), cancellationToken: stop.Token)
        );

        await content.IsRead;
        await stop.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rows);
        Assert.Equal(stop.Token, error.CancellationToken);
    }

    [Fact]
    public async Task A_download_that_stands_still_ends()
    {
        var content = new StandingStream();
        var reports = new FakeReports { File = () => new StreamContent(content) };
        var options = new ReportOptions { IdleTimeout = TimeSpan.FromSeconds(25) };
        var rows = FakeReports.ListAsync(reports.Client.ReadReportFileAsync(new Uri(reports.Address), options));

        await content.IsRead;
        reports.Time.Advance(TimeSpan.FromSeconds(25));

        var error = await Assert.ThrowsAsync<PinterestReportException>(() => rows);
        Assert.Equal(ReportFailure.Interrupted, error.Failure);
        Assert.Contains("made no progress for 25 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        var client = new FakeReports().Client;
        foreach (
            var options in new ReportOptions[]
            {
                new() { Timeout = TimeSpan.Zero },
                new() { IdleTimeout = TimeSpan.Zero },
                new() { MaxBytes = 0 },
                new() { MaxRowLength = 0 },
                new() { MaxValueLength = 0 },
                new() { DaysPerReport = 0 },
            }
        )
        {
            Assert.Throws<ArgumentOutOfRangeException>(() =>
                client.ReadAdsReportAsync("549", FakeReports.Request(), options)
            );
        }
    }

    private sealed class FailingStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("the connection was reset");
    }

    private sealed class StandingStream(string beginning = "") : MemoryStream
    {
        private readonly TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private ReadOnlyMemory<byte> _beginning = Encoding.UTF8.GetBytes(beginning);

        /// <summary>Gets what ends when the beginning was read.</summary>
        public Task IsRead => _read.Task;

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            if (!_beginning.IsEmpty)
            {
                var count = Math.Min(buffer.Length, _beginning.Length);
                _beginning[..count].CopyTo(buffer);
                _beginning = _beginning[count..];
                return count;
            }

            _read.TrySetResult();
            await Forever.UntilCancelledAsync(cancellationToken);
            return 0;
        }
    }
}
