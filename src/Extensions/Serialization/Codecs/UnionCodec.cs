using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads a union by the shape of the JSON.</summary>
internal sealed class UnionCodec<T> : ItemCodec<T>
    where T : PinterestUnion, IUnion<T>
{
    public static readonly UnionCodec<T> Only = new();

    public override bool TryRead(ref JsonCursor cursor, out T value, out JToken? raw)
    {
        var forms = Candidates(cursor);
        if (
            TryForms(ref cursor, forms, takesPart: false, out var read, out raw)
            || TryForms(ref cursor, forms, takesPart: true, out read, out raw)
        )
        {
            value = T.CreateFor(read);
            return true;
        }

        return Fit(T.CreateFor(cursor.ReadRaw()), out value, out raw);
    }

    public override void Write(Utf8JsonWriter writer, T value)
    {
        foreach (var form in T.Forms)
        {
            if (form.Holds(value.Value))
            {
                form.Codec.Write(writer, value.Value);
                return;
            }
        }

        RawJson.Write(writer, (JToken)value.Value);
    }

    // A form that all of the value fits is better than one that a part of it fits.
    private static bool TryForms(
        ref JsonCursor cursor,
        UnionForm[] forms,
        bool takesPart,
        [NotNullWhen(true)] out object? value,
        out JToken? raw
    )
    {
        foreach (var form in forms)
        {
            var attempt = cursor;
            if (form.Codec.TryRead(ref attempt, out var read, out raw) && (takesPart || raw is null))
            {
                cursor = attempt;
                value = read!;
                return true;
            }
        }

        value = null;
        raw = null;
        return false;
    }

    private static UnionForm[] Candidates(JsonCursor ahead)
    {
        if (ahead.Kind is not JsonTokenType.StartObject)
        {
            var kind = ahead.Kind;
            var isWhole = ahead.IsWhole;
            return [.. T.Forms.Where(form => form.FitsKind(kind, isWhole))];
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        while (ahead.Advance() is JsonTokenType.PropertyName)
        {
            names.Add(ahead.GetText());
            ahead.Advance();
            ahead.Skip();
        }

        return
        [
            .. T.Forms.Where(form => form.IsObject && form.Shares(names)).OrderByDescending(form => form.Score(names)),
        ];
    }
}
