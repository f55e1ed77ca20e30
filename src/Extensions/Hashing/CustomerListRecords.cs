using System.Runtime.CompilerServices;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// Collects the people of a customer list, and hashes them. A list has one kind of records: email addresses or
/// advertising ids as text, or rows with several members. An equal record is added once.
/// </summary>
public sealed class CustomerListRecords
{
    private const int MaxLine = 4096;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<string> _hashes = [];

    /// <summary>Gets how many different records there are.</summary>
    public int Count => _hashes.Count;

    /// <summary>Adds an email address.</summary>
    /// <param name="email">The address, or its hash.</param>
    /// <returns>This object.</returns>
    /// <exception cref="ArgumentException">The value is not an email address.</exception>
    public CustomerListRecords AddEmail(string email) => Add(PinterestHash.Email(email));

    /// <summary>Adds a mobile advertising id (GAID or IDFA).</summary>
    /// <param name="id">The id, or its hash.</param>
    /// <returns>This object.</returns>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public CustomerListRecords AddAdvertisingId(string id) => Add(PinterestHash.AdvertisingId(id));

    /// <summary>
    /// Adds the email addresses of a text with one in each line, such as a CSV file of one column. A first line without
    /// an @ names the column and is left out. Blank lines are left out.
    /// </summary>
    /// <param name="lines">The text. It is read line by line.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>How many lines were added, without those that were there already.</returns>
    /// <exception cref="FormatException">A line is not an email address, or is longer than 4,096 characters. The
    /// message names the line and does not quote it. The lines before it were added.</exception>
    public async Task<int> AddEmailLinesAsync(TextReader lines, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var before = Count;
        var number = 0;
        await foreach (var line in LinesAsync(lines, cancellationToken).ConfigureAwait(false))
        {
            number++;
            var value = line.Trim().Trim('"').Trim();
            var isAddress = PinterestHash.IsHash(value) || value.Contains('@', StringComparison.Ordinal);
            if (value.Length == 0 || (number == 1 && !isAddress))
            {
                continue;
            }

            if (!isAddress)
            {
                throw new FormatException(
                    $"Line {number} is not an email address. The line is personal data, so it is not shown."
                );
            }

            Add(PinterestHash.Email(value));
        }

        return Count - before;
    }

    /// <summary>Gives the number of records, and no record.</summary>
    public override string ToString() => (Count == 1 ? "1 record" : $"{Count} records") + " of a customer list";

    /// <summary>Gives the records in parts, each as the text that <c>records</c> of a customer list takes: hashes with
    /// commas between them.</summary>
    /// <param name="size">How many records a part has at most. Each record has 65 characters.</param>
    /// <returns>The texts; none when there are no records.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size is less than 1.</exception>
    public IEnumerable<string> ToParts(int size = 10_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return _hashes.Chunk(size).Select(part => string.Join(',', part));
    }

    /// <summary>Makes a row of <c>records_v2</c> of a customer list, which can name a person by several members.</summary>
    /// <typeparam name="T">The model of a row: the type of the items of records_v2.</typeparam>
    /// <param name="email">The email address, or its hash; null for none.</param>
    /// <param name="phone">The phone number with its country code, or its hash; null for none.</param>
    /// <param name="advertisingId">The mobile advertising id, or its hash; null for none.</param>
    /// <param name="externalId">An id of your own, which is sent as it is; null for none.</param>
    /// <returns>The row.</returns>
    /// <exception cref="ArgumentException">All values are null, or one does not have the form of its kind.</exception>
    public static T Row<T>(
        string? email = null,
        string? phone = null,
        string? advertisingId = null,
        string? externalId = null
    )
        where T : PinterestModel
    {
        var row = new JObject();
        Set("email", email, PinterestHash.Email);
        Set("hashed_phone_number", phone, value => PinterestHash.Phone(value));
        Set("maid", advertisingId, PinterestHash.AdvertisingId);
        Set("external_id", externalId, value => value);
        return row.Count > 0
            ? PinterestJson.Deserialize<T>(row.ToString())!
            : throw new ArgumentException("A row needs at least one value.");

        void Set(string member, string? value, Func<string, string> hash)
        {
            if (value is not null)
            {
                row[member] = hash(value);
            }
        }
    }

    private CustomerListRecords Add(string hash)
    {
        if (_known.Add(hash))
        {
            _hashes.Add(hash);
        }

        return this;
    }

    // A line without an end must not fill the memory, so the text is not read by ReadLine.
    private static async IAsyncEnumerable<string> LinesAsync(
        TextReader text,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var buffer = new char[MaxLine];
        var line = new StringBuilder();
        var number = 1;
        int read;
        while ((read = await text.ReadAsync(buffer.AsMemory(), cancellationToken).ConfigureAwait(false)) > 0)
        {
            for (var i = 0; i < read; i++)
            {
                if (buffer[i] == '\n')
                {
                    yield return line.ToString();
                    line.Clear();
                    number++;
                }
                else if (line.Append(buffer[i]).Length > MaxLine)
                {
                    throw new FormatException($"Line {number} is longer than {MaxLine} characters.");
                }
            }
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }
}
