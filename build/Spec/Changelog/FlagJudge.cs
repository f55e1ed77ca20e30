using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>Finds out, for one operation, what is behind a line that Pinterest flags as breaking.</summary>
/// <param name="models">The schemas of both descriptions.</param>
/// <param name="operation">The operation.</param>
/// <param name="cancellationToken">Ends the work between two places.</param>
internal sealed class FlagJudge(
    Sides<SchemaModel> models,
    ComparedOperation operation,
    CancellationToken cancellationToken
)
{
    // A changelog may name a place in many lines, and an operation may have many changes.
    private readonly Dictionary<(LineKind Kind, string In, string Place), FlagReason> _judged = [];
    private readonly Dictionary<Direction, ChangeIndex> _changes = [];
    private readonly Dictionary<string, Sides<EffectiveSchema?>> _bodies = new(StringComparer.Ordinal);
    private readonly Sides<Dictionary<(string In, string Name), DiffParameter>> _parameters =
        operation.Operations.Select(ByName);

    /// <summary>Judges a line. When it names several places, one that breaks is enough; otherwise all are explained.</summary>
    public FlagReason Judge(ChangelogLine line)
    {
        var reasons = line.Places.DefaultIfEmpty("").Select(place => Judge(line, place)).ToList();
        return reasons.Contains(FlagReason.Confirmed) ? FlagReason.Confirmed : reasons.Max();
    }

    private FlagReason Judge(ChangelogLine line, string place)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (line.Kind is LineKind.Unknown || line.In is "endpoint" or "document")
        {
            return FlagReason.Unexplained;
        }

        var key = (line.Kind, line.In, place);
        if (!_judged.TryGetValue(key, out var reason))
        {
            _judged[key] = reason = Explain(line, PairOf(line, place));
        }

        return reason;
    }

    private PlacePair PairOf(ChangelogLine line, string place)
    {
        var steps = PlacePath.Steps(place);
        var parameters = line.IsParameter ? _parameters.Select(side => Parameter(side, line, steps)) : default;
        return new PlacePair(
            Find(line, steps, parameters),
            new[] { parameters.Base, parameters.Revision }
                .OfType<DiffParameter>()
                .SelectMany(parameter => new[] { parameter.Written, parameter.Node }),
            withProperties: line.Kind is LineKind.PartsAdded or LineKind.PartsRemoved
        );
    }

    private FlagReason Explain(ChangelogLine line, PlacePair pair)
    {
        var direction = line.Status is null ? Direction.Request : Direction.Response;
        var changes = ChangesIn(direction);
        var worst = pair.Worst(changes);
        if (worst is Severity.Breaking || IsLostAbove(changes, pair))
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
    private static bool IsLostAbove(ChangeIndex changes, PlacePair pair) =>
        !pair.IsOnBoth && pair.WorstAbove(changes) is Severity.Breaking;

    private static bool IsWideningOfResponse(ChangelogLine line) =>
        line.Status is not null && line.Kind is LineKind.EnumValueAdded or LineKind.TypeWidened or LineKind.PartsAdded;

    private static bool IsNotSent(SchemaPlace? place, Direction direction) =>
        place is { Property: not null }
        && (direction is Direction.Request ? place.Schema.ReadOnlyPlace : place.Schema.WriteOnlyPlace) is not null;

    private ChangeIndex ChangesIn(Direction direction)
    {
        if (!_changes.TryGetValue(direction, out var changes))
        {
            _changes[direction] = changes = new ChangeIndex(operation.Changes, direction);
        }

        return changes;
    }

    private Sides<SchemaPlace?> Find(ChangelogLine line, IReadOnlyList<string> steps, Sides<DiffParameter?> parameters)
    {
        var roots = line.IsParameter ? parameters.Select(parameter => parameter?.Schema) : Bodies(line);
        IReadOnlyList<string> below = line.IsParameter ? [.. steps.Skip(1)] : steps;
        return roots.Select(root => root is null ? null : PlaceFinder.Find(root, below));
    }

    private Sides<EffectiveSchema?> Bodies(ChangelogLine line)
    {
        if (!_bodies.TryGetValue(line.In, out var bodies))
        {
            _bodies[line.In] = bodies = operation.Operations.Zip(
                models,
                (side, model) => Body(side, model, line.Status)
            );
        }

        return bodies;
    }

    private static Dictionary<(string In, string Name), DiffParameter> ByName(DiffOperation? side)
    {
        var parameters = new Dictionary<(string In, string Name), DiffParameter>();
        foreach (var parameter in side?.Parameters ?? [])
        {
            if (parameter.Node["name"].Text() is { } name)
            {
                parameters.TryAdd((parameter.In, name), parameter);
            }
        }

        return parameters;
    }

    private static DiffParameter? Parameter(
        Dictionary<(string In, string Name), DiffParameter> parameters,
        ChangelogLine line,
        IReadOnlyList<string> steps
    ) => steps.Count > 0 ? parameters.GetValueOrDefault((line.In, steps[0])) : null;

    private static EffectiveSchema? Body(DiffOperation? side, SchemaModel model, string? status)
    {
        if (side is null)
        {
            return null;
        }

        var holder = status is null
            ? DiffBody.Of(model, side)?.Node
            : DiffResponses.Of(model, side).Covering(status)?.Node;
        return holder is not null && SchemaOf(model, holder) is { } schema ? model.Of(schema) : null;
    }

    private static JObject? SchemaOf(SchemaModel model, JObject holder)
    {
        var types = MediaTypes.Read(model, holder);
        return (types.Covering("application/json") ?? types.All.FirstOrDefault())?.Schema;
    }
}
