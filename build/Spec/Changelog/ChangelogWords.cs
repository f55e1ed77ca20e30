using System.Text.Json;

namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>The words for kinds, states and reasons, as the ledger and all reports use them.</summary>
internal static class ChangelogWords
{
    /// <summary>Gives the word of a value. Example: EnumValueRemoved is enum-value-removed.</summary>
    public static string Word<T>(this T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>Gives the value of a word, or null when there is none.</summary>
    public static T? Find<T>(string? word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.Word() == word)
            {
                return value;
            }
        }

        return null;
    }
}
