using System.Text;

namespace Pinterest.OpenApi;

/// <summary>Text as it is compared: without space at its ends, and with composed characters.</summary>
internal static class PlainText
{
    /// <summary>Makes it so. Example: "e" with a combining accent and "é" become the same.</summary>
    public static string? Of(string? text)
    {
        try
        {
            return text?.Trim().Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Text with half of a surrogate pair cannot be normalised.
            return text;
        }
    }
}
