using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>A finding to which operations are still added.</summary>
internal sealed class FindingDraft(Change change)
{
    private readonly HashSet<DiffOperation> _operations = [];
    private Direction _direction;
    private Severity _severity;

    /// <summary>Notes that the change is reached in a direction, by an operation.</summary>
    public void Reach(Direction direction, Severity severity, DiffOperation? operation)
    {
        _direction |= direction;
        _severity = (Severity)Math.Max((int)_severity, (int)severity);
        if (operation is not null)
        {
            _operations.Add(operation);
        }
    }

    /// <summary>Makes the finding.</summary>
    /// <param name="key">The rule and the place.</param>
    /// <param name="pointer">The pointer of the place.</param>
    /// <param name="fingerprints">The fingerprints that are taken; gets that of this finding.</param>
    public Finding ToFinding(FindingKey key, string pointer, HashSet<string> fingerprints)
    {
        var subject = key.NameBehindReference ?? PlaceNames.Of(change.NamedPlace ?? key.Place);
        var reference = key.NameBehindReference is null ? null : change.SwitchedReference;
        return new Finding
        {
            Rule = key.Rule,
            Severity = _severity,
            Direction = _direction,
            Pointer = pointer,
            Subject = subject,
            BasePosition = Position.Of(reference?.Base ?? change.BasePlace ?? change.NearestInBase),
            RevisionPosition = Position.Of(reference?.Revision ?? change.RevisionPlace ?? change.NearestInRevision),
            Operations = [.. _operations.Select(operation => operation.Name).Order(StringComparer.Ordinal)],
            OperationIds =
            [
                .. _operations
                    .Select(operation => (string?)(operation.Node["operationId"] as JValue))
                    .OfType<string>()
                    .Order(StringComparer.Ordinal),
            ],
            Groups =
            [
                .. _operations
                    .SelectMany(operation => operation.Groups)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            BaseText = change.BaseText,
            RevisionText = change.RevisionText,
            Message = key.Rule.MessageFor(subject, change.BaseText, change.RevisionText),
            Fingerprint = TakeFingerprint(key.Rule, subject, pointer, fingerprints),
        };
    }

    // The name of a place outlives edits elsewhere, its pointer does not. The pointer is used only where two places
    // have the same name. Example: two parameters without a name are both "GET /pins parameter '?'".
    private string TakeFingerprint(DiffRule rule, string subject, string pointer, HashSet<string> fingerprints)
    {
        var fingerprint = Fingerprint.Of(rule.Id, subject, change.BaseText, change.RevisionText);
        return fingerprints.Add(fingerprint)
            ? fingerprint
            : Fingerprint.Of(rule.Id, pointer, change.BaseText, change.RevisionText);
    }
}
