using Pinterest.OpenApi.Spec.Changelog;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>One sentence for each reason, as the reports print it.</summary>
internal static class FlagReasonTexts
{
    /// <summary>Gives the sentence.</summary>
    public static string Of(FlagReason reason) =>
        reason switch
        {
            FlagReason.Confirmed => "The place breaks.",
            FlagReason.PotentiallyBreaking => "The place changed; that breaks only some callers.",
            FlagReason.ResponseOnlyWidening =>
                "A response may have more; code that accepts unknown values still works.",
            FlagReason.Compatible => "The place changed. The change breaks no client.",
            FlagReason.AlreadyRequired => "The property was required before.",
            FlagReason.Flattening => "Only the way in which the schema is written changed.",
            FlagReason.MovedIntoVariants => "The property is in the variants of a union, on one side.",
            FlagReason.NotSent => "The property never travels in that direction.",
            FlagReason.NotInDescriptions => "The compared descriptions do not have what the line names.",
            FlagReason.InvisibleToTheirDiffer => "The operation breaks and has no flagged line.",
            _ => "We found no reason.",
        };
}
