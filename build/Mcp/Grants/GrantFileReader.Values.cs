using System.Text.Json;

namespace Pinterest.OpenApi.Mcp.Grants;

/// <content>Reads the values of members.</content>
internal ref partial struct GrantFileReader
{
    private List<string> Rules(string member)
    {
        var tools = _tools;
        return List(member, rule => GrantValues.ProblemOfRule(rule, tools));
    }

    private List<string> Asked(string member)
    {
        var tools = _tools;
        return List(member, rule => GrantValues.ProblemOfAsk(rule, tools));
    }

    private List<string> List(string member, Func<string, string?> problem)
    {
        Next();
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            throw Wrong($"{member} must be a list of texts.");
        }

        var list = new List<string>();
        while (Next() != JsonTokenType.EndArray)
        {
            var text = TextHere($"Each entry of {member}");
            Check(problem(text), text);
            if (list.Contains(text))
            {
                throw Wrong($"'{Shown(text)}' is in {member} twice. Remove one.");
            }

            list.Add(text);
            if (list.Count > GrantValues.MaxEntries)
            {
                throw Wrong($"{member} has more than {GrantValues.MaxEntries} entries.");
            }
        }

        return list;
    }

    private string Checked(string member, Func<string, string?> problem)
    {
        var text = Text(member);
        Check(problem(text), text);
        return text;
    }

    private DateTimeOffset Time(string member)
    {
        var text = Text(member);
        return GrantValues.TimeOf(text)
            ?? throw Wrong($"'{Shown(text)}' is no time. Write {member} as 2027-01-31T18:00:00Z.");
    }

    private ConfirmBy Confirm(string member) =>
        Text(member) switch
        {
            "person" => ConfirmBy.Person,
            "client" => ConfirmBy.Client,
            var other => throw Wrong($"'{Shown(other)}' is no {member}. Allowed are person, client."),
        };

    private bool Flag(string member) =>
        Next() switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => throw Wrong($"{member} must be true or false."),
        };

    private int Count(string member) =>
        Next() == JsonTokenType.Number
        && _json.TryGetInt32(out var count)
        && count is >= 0 and <= GrantValues.MaxCreations
            ? count
            : throw Wrong($"{member} must be a whole number from 0 to {GrantValues.MaxCreations}.");

    private decimal Money(string member) =>
        Next() == JsonTokenType.Number && _json.TryGetDecimal(out var money) && money >= 0
            ? money
            : throw Wrong($"{member} must be a number from 0 on. 0 allows no call that may cost money.");

    private string Text(string member)
    {
        Next();
        return TextHere(member);
    }

    private readonly string TextHere(string what) =>
        _json.TokenType == JsonTokenType.String ? _json.GetString()! : throw Wrong($"{what} must be a text.");
}
