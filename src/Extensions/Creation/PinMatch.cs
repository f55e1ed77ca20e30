using Pinterest.OpenApi.Models;

namespace Pinterest.OpenApi;

/// <summary>Compares a Pin on a board with one that was sent.</summary>
internal static class PinMatch
{
    public static PinLikeness Of(PinDraft draft, Pin pin)
    {
        var title = Compare(draft.Title, pin.Title);
        var link = draft.Link is null ? null : (bool?)IsSameLink(draft.Link, pin.Link);
        if (title is null && link is null)
        {
            // Pinterest may shorten a description or an alternative text, so a difference proves little.
            return OfLongTexts(draft, pin);
        }

        if (title is not false && link is not false)
        {
            return PinLikeness.Same;
        }

        return title is true || link is true ? PinLikeness.Some : PinLikeness.None;
    }

    private static PinLikeness OfLongTexts(PinDraft draft, Pin pin)
    {
        var isSame =
            (Compare(draft.Description, pin.Description) ?? true) && (Compare(draft.AltText, pin.AltText) ?? true);
        var hasText = !string.IsNullOrWhiteSpace(draft.Description) || !string.IsNullOrWhiteSpace(draft.AltText);
        return isSame && hasText ? PinLikeness.Same : PinLikeness.Some;
    }

    /// <summary>Compares texts. Null when none was sent: Pinterest may then have taken one from the link's page.</summary>
    private static bool? Compare(string? sent, string? found) =>
        string.IsNullOrWhiteSpace(sent)
            ? null
            : string.Equals(PlainText.Of(sent), PlainText.Of(found), StringComparison.Ordinal);

    private static bool IsSameLink(Uri sent, string? found) =>
        Uri.TryCreate(found, UriKind.Absolute, out var address)
        && string.Equals(sent.AbsoluteUri, address.AbsoluteUri, StringComparison.Ordinal);
}
