namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>A finding to which operations are still added.</summary>
internal sealed class FindingDraft(Change change)
{
    private readonly HashSet<ReachedOperations> _reached = [];
    private Direction _direction;
    private Severity _severity;

    /// <summary>Notes that the change is reached in a direction, by operations.</summary>
    public void Reach(Direction direction, Severity severity, ReachedOperations operations)
    {
        _direction |= direction;
        _severity = (Severity)Math.Max((int)_severity, (int)severity);
        _reached.Add(operations);
    }

    /// <summary>Makes the finding.</summary>
    /// <param name="key">The rule and the place.</param>
    /// <param name="pointer">The pointer of the place.</param>
    /// <param name="operations">The table of the operations.</param>
    /// <param name="fingerprints">The fingerprints that are taken; gets that of this finding.</param>
    public Finding ToFinding(FindingKey key, string pointer, OperationTable operations, HashSet<string> fingerprints)
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
            Reached = operations.Union(_reached),
            BaseText = change.BaseText,
            RevisionText = change.RevisionText,
            Message = key.Rule.MessageFor(subject, change.BaseText, change.RevisionText),
            Places = new(change.BasePlace, change.RevisionPlace),
            Nearest = new(change.NearestInBase, change.NearestInRevision),
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
