using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// Reads the rows of a JSON report, whatever lists and objects they stand in. An object is a row when its first value
/// is neither an object nor a list of objects. Example: <c>{"549": [{"CAMPAIGN_ID": "549", "CTR": 0.1}]}</c> has one
/// row, of the group 549.
/// </summary>
internal sealed class JsonRows(JsonTextReader reader, BoundedStream content, ReportOptions options)
{
    private string? _group;
    private int _open;
    private bool _isPending;
    private bool _isInList;

    public static IAsyncEnumerable<AnalyticsRow> ReadAsync(
        TextReader text,
        BoundedStream content,
        ReportOptions options,
        CancellationToken cancellationToken
    )
    {
        // Dates stay text, and figures stay exact.
        var reader = new JsonTextReader(text)
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
            CloseInput = false,
        };
        return new JsonRows(reader, content, options).ReadAsync(cancellationToken);
    }

    private async IAsyncEnumerable<AnalyticsRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (_isPending || await AdvanceAsync(cancellationToken).ConfigureAwait(false))
        {
            _isPending = false;
            switch (reader.TokenType)
            {
                case JsonToken.PropertyName:
                    _group = (string)reader.Value!;
                    break;
                case JsonToken.StartArray:
                    _open++;
                    break;
                case JsonToken.EndArray or JsonToken.EndObject:
                    _open--;
                    break;
                case JsonToken.StartObject:
                    _open++;
                    if (await ReadRowAsync(cancellationToken).ConfigureAwait(false) is { } row)
                    {
                        content.EndRow();
                        yield return row;
                    }

                    break;
            }
        }

        if (_open > 0)
        {
            throw EndsEarly();
        }
    }

    // At the beginning of an object. Gives null when it is no row; the reader is then at its first value, or at its end.
    private async ValueTask<AnalyticsRow?> ReadRowAsync(CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        while (await AdvanceAsync(cancellationToken).ConfigureAwait(false))
        {
            if (reader.TokenType is JsonToken.EndObject)
            {
                _open--;
                return values.Count == 0 ? null : new AnalyticsRow(values, _group);
            }

            var name = (string)reader.Value!;
            if (!await AdvanceAsync(cancellationToken).ConfigureAwait(false))
            {
                break;
            }

            if (values.Count == 0 && await HoldsRowsAsync(cancellationToken).ConfigureAwait(false))
            {
                _group = name;
                _isPending = true;
                return null;
            }

            values[name] = Checked(await ValueAsync(cancellationToken).ConfigureAwait(false));
        }

        return null;
    }

    // At the first value of an object. A list is entered, because only its first item tells.
    private async ValueTask<bool> HoldsRowsAsync(CancellationToken cancellationToken)
    {
        if (reader.TokenType is JsonToken.StartObject)
        {
            return true;
        }

        if (reader.TokenType is not JsonToken.StartArray)
        {
            return false;
        }

        _open++;
        _isInList = true;
        await AdvanceAsync(cancellationToken).ConfigureAwait(false);
        if (reader.TokenType is not (JsonToken.StartObject or JsonToken.StartArray or JsonToken.EndArray))
        {
            return false;
        }

        _isInList = false;
        return true;
    }

    private async ValueTask<string?> ValueAsync(CancellationToken cancellationToken)
    {
        if (!_isInList)
        {
            return ValueText.Of(await LoadAsync(cancellationToken).ConfigureAwait(false));
        }

        var list = new JArray();
        do
        {
            list.Add(await LoadAsync(cancellationToken).ConfigureAwait(false));

            // At the end of the text the reader still shows the token before it.
            if (!await AdvanceAsync(cancellationToken).ConfigureAwait(false))
            {
                throw EndsEarly();
            }
        } while (reader.TokenType is not JsonToken.EndArray);
        _open--;
        _isInList = false;
        return ValueText.Of(list);
    }

    private async ValueTask<JToken> LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await JToken.ReadFromAsync(reader, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException error)
        {
            throw NoJson(error);
        }
    }

    // Comments are left out.
    private async ValueTask<bool> AdvanceAsync(CancellationToken cancellationToken)
    {
        try
        {
            bool isThere;
            do
            {
                isThere = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            } while (isThere && reader.TokenType is JsonToken.Comment);
            return isThere;
        }
        catch (JsonException error)
        {
            throw NoJson(error);
        }
    }

    private string? Checked(string? value) =>
        value is null || value.Length <= options.MaxValueLength
            ? value
            : throw BoundedStream.TooLong("value", options.MaxValueLength, nameof(ReportOptions.MaxValueLength));

    // The reader's message may quote the file, so it is only the place that is told.
    private PinterestReportException NoJson(JsonException error) =>
        Malformed(
            $"is not JSON at line {reader.LineNumber}, position {reader.LinePosition}. The file may be cut off; read it again.",
            error
        );

    private static PinterestReportException EndsEarly() =>
        Malformed("ends too early. The file may be cut off; read it again.", null);

    private static PinterestReportException Malformed(string problem, Exception? error) =>
        new(ReportFailure.Malformed, $"The JSON report {problem}", error);
}
