using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Schemas.Validation;

/// <summary>The result of judging a value against one schema.</summary>
internal sealed class SchemaOutcome
{
    private const int MostProblems = 20;

    private readonly Dictionary<JToken, Marks> _marks = new(
        ReferenceEqualityComparer.Instance as IEqualityComparer<JToken>
    );

    private readonly List<SchemaProblem> _problems = [];

    /// <summary>Gets the problems, twenty at most.</summary>
    public IReadOnlyList<SchemaProblem> Problems => _problems;

    /// <summary>Gets whether the schema allows the value.</summary>
    public bool IsValid => _problems.Count == 0;

    /// <summary>Gets the values whose members or items the schema speaks of.</summary>
    public IReadOnlyCollection<Marks> AllMarks => _marks.Values;

    /// <summary>Gives the marks of a value.</summary>
    public Marks MarksOf(Instance instance)
    {
        if (!_marks.TryGetValue(instance.Value, out var marks))
        {
            _marks[instance.Value] = marks = new Marks(instance);
        }

        return marks;
    }

    /// <summary>Adds a problem.</summary>
    public void Add(string place, string message)
    {
        if (_problems.Count < MostProblems)
        {
            _problems.Add(new SchemaProblem(place, message));
        }
    }

    /// <summary>Adds the problems of another schema, and its marks.</summary>
    public void Include(SchemaOutcome other)
    {
        foreach (var problem in other._problems)
        {
            Add(problem.Place, problem.Message);
        }

        IncludeMarks(other);
    }

    /// <summary>Adds the marks of another schema.</summary>
    public void IncludeMarks(SchemaOutcome other)
    {
        foreach (var marks in other._marks.Values)
        {
            MarksOf(marks.Instance).Include(marks);
        }
    }

    /// <summary>
    /// Lists the members that no schema speaks of, where some schema names members. An object of which nothing is
    /// declared may hold anything.
    /// </summary>
    public IEnumerable<SchemaProblem> Undeclared() =>
        _marks
            .Values.Where(marks => marks is { HasDeclarations: true, HasAll: false })
            .SelectMany(marks =>
                ((marks.Instance.Value as JObject)?.Properties() ?? [])
                    .Where(member => !marks.Names.Contains(member.Name))
                    .Select(member => new SchemaProblem(marks.Instance.PlaceOf(member.Name), "is not declared"))
            );
}
