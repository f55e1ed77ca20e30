using System.Collections;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>Some names of a list that many share, in the order of that list.</summary>
/// <param name="names">The list.</param>
/// <param name="numbers">The places in it.</param>
internal sealed class NumberedNames(IReadOnlyList<string> names, NumberSet numbers) : IReadOnlyList<string>
{
    /// <inheritdoc/>
    public int Count => numbers.Count;

    /// <inheritdoc/>
    public string this[int index] => names[numbers.InOrder().ElementAt(index)];

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => numbers.InOrder().Select(number => names[number]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
