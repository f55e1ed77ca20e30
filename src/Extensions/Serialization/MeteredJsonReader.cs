using Newtonsoft.Json;

namespace Pinterest.OpenApi;

/// <summary>Reads JSON as long as its budget lasts.</summary>
internal sealed class MeteredJsonReader(TextReader text, JsonBudget budget) : JsonTextReader(text)
{
    /// <inheritdoc/>
    public override bool Read()
    {
        budget.AddToken();
        return base.Read();
    }
}
