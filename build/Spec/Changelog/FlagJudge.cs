using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>Finds out, for one operation, what is behind a line that Pinterest flags as breaking.</summary>
internal sealed class FlagJudge(Sides<SchemaModel> models, ComparedOperation operation)
{
    /// <summary>Judges a line. When it names several places, one that breaks is enough; otherwise all are explained.</summary>
    public FlagReason Judge(ChangelogLine line)
    {
        var reasons = line.Places.DefaultIfEmpty("").Select(place => Judge(line, place)).ToList();
        return reasons.Contains(FlagReason.Confirmed) ? FlagReason.Confirmed : reasons.Max();
    }

    private FlagReason Judge(ChangelogLine line, string place)
    {
        if (line.Kind is LineKind.Unknown || line.In is "endpoint" or "document")
        {
            return FlagReason.Unexplained;
        }

        var steps = PlacePath.Steps(place);
        var parameters = line.IsParameter ? operation.Operations.Select(side => Parameter(side, line, steps)) : default;
        var pair = new PlacePair(
            Find(line, steps, parameters),
            new[] { parameters.Base, parameters.Revision }
                .OfType<DiffParameter>()
                .SelectMany(parameter => new[] { parameter.Written, parameter.Node }),
            withProperties: line.Kind is LineKind.PartsAdded or LineKind.PartsRemoved
        );
        return Explain(line, pair);
    }

    private FlagReason Explain(ChangelogLine line, PlacePair pair)
    {
        var direction = line.Status is null ? Direction.Request : Direction.Response;
        var found = operation
            .Changes.Where(change => change.Direction is Direction.None || change.Direction.HasFlag(direction))
            .ToList();
        var worst = Worst(found.Where(change => pair.Has(change.Change)));
        if (worst is Severity.Breaking || IsLostAbove(found, pair))
        {
            return FlagReason.Confirmed;
        }

        if (
            line.Kind is LineKind.RequiredPropertyAdded or LineKind.BecameRequired
            && pair.Places.Base is { IsRequired: true }
        )
        {
            return FlagReason.AlreadyRequired;
        }

        if (pair.Places.Any(place => IsNotSent(place, direction)))
        {
            return FlagReason.NotSent;
        }

        return pair.IsMoved ? FlagReason.MovedIntoVariants : Explain(line, pair, worst);
    }

    private static FlagReason Explain(ChangelogLine line, PlacePair pair, Severity? worst)
    {
        switch (worst)
        {
            case Severity.PotentiallyBreaking:
                return IsWideningOfResponse(line) ? FlagReason.ResponseOnlyWidening : FlagReason.PotentiallyBreaking;
            case Severity.Compatible:
                return FlagReason.Compatible;
        }

        if (!Has(line, pair))
        {
            return FlagReason.NotInDescriptions;
        }

        if (!pair.IsOnBoth || !IsSame(line.Kind, pair.Places.Base!.Schema, pair.Places.Revision!.Schema))
        {
            return FlagReason.Unexplained;
        }

        if (IsOtherText(line.Kind, pair.Places.Base.Schema, pair.Places.Revision.Schema))
        {
            return FlagReason.Compatible;
        }

        return pair.IsRewritten ? FlagReason.Flattening : FlagReason.Unexplained;
    }

    // Asks the schemas themselves, so that a place that our comparison paired with another one explains nothing.
    private static bool IsSame(LineKind kind, EffectiveSchema older, EffectiveSchema newer) =>
        kind switch
        {
            LineKind.EnumValueRemoved => newer.Enum is null || older.Enum?.IsSubsetOf(newer.Enum) == true,
            LineKind.EnumValueAdded => older.Enum is null || newer.Enum?.IsSubsetOf(older.Enum) == true,
            LineKind.TypeChanged => older.Types is null || newer.Types is null || older.Types.SetEquals(newer.Types),
            LineKind.BecameNotNullable => older.NullablePlace is null || newer.NullablePlace is not null,
            _ => true,
        };

    // A pattern that is written in another way and matches the same is no change for our comparison.
    private static bool IsOtherText(LineKind kind, EffectiveSchema older, EffectiveSchema newer) =>
        kind is LineKind.PatternChanged && !JToken.DeepEquals(older.Keyword("pattern"), newer.Keyword("pattern"));

    // Tells whether the side that must have the place has it: the base what was removed, the revision all else.
    private static bool Has(ChangelogLine line, PlacePair pair) =>
        line.Kind switch
        {
            LineKind.PropertyRemoved or LineKind.ParameterRemoved => pair.Places.Base is not null,
            LineKind.EnumValueRemoved => pair.Places.Any(place => place?.Schema.Enum is not null),
            LineKind.EnumValueAdded or LineKind.EnumAdded => pair.Places.Revision?.Schema.Enum is not null,
            LineKind.TypeWidened => pair.Places.Revision is { } wide
                && pair.Places.Base is { } narrow
                && (wide.Schema.Types?.Count ?? int.MaxValue) > (narrow.Schema.Types?.Count ?? int.MaxValue),
            _ => pair.Places.Revision is not null,
        };

    // A place that only one side has may be gone with something above it. Example: the variant that had it was removed.
    private static bool IsLostAbove(IEnumerable<OperationChange> changes, PlacePair pair) =>
        !pair.IsOnBoth && Worst(changes.Where(change => pair.IsBelow(change.Change))) is Severity.Breaking;

    private static bool IsWideningOfResponse(ChangelogLine line) =>
        line.Status is not null && line.Kind is LineKind.EnumValueAdded or LineKind.TypeWidened or LineKind.PartsAdded;

    private static bool IsNotSent(SchemaPlace? place, Direction direction) =>
        place is { Property: not null }
        && (direction is Direction.Request ? place.Schema.ReadOnlyPlace : place.Schema.WriteOnlyPlace) is not null;

    private static Severity? Worst(IEnumerable<OperationChange> changes) =>
        changes.Select(change => (Severity?)change.Severity).Max();

    private Sides<SchemaPlace?> Find(ChangelogLine line, IReadOnlyList<string> steps, Sides<DiffParameter?> parameters)
    {
        var roots = line.IsParameter
            ? parameters.Select(parameter => parameter?.Schema)
            : operation.Operations.Zip(models, (side, model) => Body(side, model, line.Status));
        IReadOnlyList<string> below = line.IsParameter ? [.. steps.Skip(1)] : steps;
        return roots.Select(root => root is null ? null : PlaceFinder.Find(root, below));
    }

    private static DiffParameter? Parameter(DiffOperation? side, ChangelogLine line, IReadOnlyList<string> steps) =>
        side?.Parameters.FirstOrDefault(parameter =>
            parameter.In == line.In && steps.Count > 0 && parameter.Node["name"].Text() == steps[0]
        );

    private static EffectiveSchema? Body(DiffOperation? side, SchemaModel model, string? status)
    {
        if (side is null)
        {
            return null;
        }

        var holder = status is null
            ? DiffBody.Of(model, side)?.Node
            : DiffResponses.Of(model, side).Covering(status)?.Node;
        return holder is not null && SchemaOf(holder) is { } schema ? model.Of(schema) : null;
    }

    private static JObject? SchemaOf(JObject holder)
    {
        var types = MediaTypes.Read(holder);
        return (types.Covering("application/json") ?? types.All.FirstOrDefault())?.Schema;
    }
}
