using Newtonsoft.Json;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Reads JSON up to a number of values. A byte or two can be a value, which takes a hundred times as much in memory, so
/// the size of a file is no bound.
/// </summary>
internal sealed class BoundedJsonReader(TextReader text, string name, int most) : JsonTextReader(text)
{
    private int _count;

    /// <inheritdoc/>
    public override bool Read()
    {
        if (++_count > most)
        {
            throw new SpecException(
                $"{name}({LineNumber},{LinePosition})",
                $"The file has more than {most} JSON values, names and brackets.",
                "Check that it is the right file."
            );
        }

        return base.Read();
    }
}
