using Microsoft.OpenApi.Models;
using Microsoft.OpenApi.Readers;
using Microsoft.OpenApi.Validations;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;

namespace Pinterest.OpenApi.Spec.Pinning;

/// <summary>
/// Validates with Microsoft.OpenApi.Readers, and stops on an error that is not in the list of tolerated ones.
/// </summary>
internal static class ReadersValidation
{
    /// <summary>Validates a description.</summary>
    /// <param name="description">The description as published.</param>
    /// <param name="tolerated">Errors that were looked at and accepted, each with its reason.</param>
    /// <returns>The tolerated errors that occurred, as text.</returns>
    /// <exception cref="SpecException">There is an error that is not tolerated.</exception>
    public static IReadOnlyList<string> Run(Description description, IReadOnlyList<ToleratedError> tolerated)
    {
        using var stream = new MemoryStream(description.Bytes.ToArray(), writable: false);
        new OpenApiStreamReader(
            new OpenApiReaderSettings { ReferenceResolution = ReferenceResolutionSetting.ResolveLocalReferences }
        ).Read(stream, out var diagnostic);

        var accepted = new List<string>();
        var open = new List<OpenApiError>();
        foreach (var error in diagnostic.Errors)
        {
            if (tolerated.Any(known => known.Matches(RuleName(error), error.Pointer ?? "", error.Message)))
            {
                accepted.Add($"{RuleName(error)} at {error.Pointer}");
            }
            else
            {
                open.Add(error);
            }
        }

        if (open.Count == 0)
        {
            return accepted;
        }

        var first = open[0];
        throw new SpecException(
            $"{description.Name} {first.Pointer}",
            $"Microsoft.OpenApi.Readers reports {Counts.Of(open.Count, "error")} that openapi/overlay.json does not tolerate. "
                + $"The first is {RuleName(first)}: {first.Message}",
            "Correct the description, or list the error with its reason under 'x-tolerated-errors' in openapi/overlay.json."
        );
    }

    private static string RuleName(OpenApiError error) =>
        error is OpenApiValidatorError validation ? validation.RuleName : "Reference";
}
