using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>Finds places of a document relative to others.</summary>
internal static class TokenPlaces
{
    /// <summary>Tells whether two tokens of two documents have the same pointer.</summary>
    public static bool HaveSamePointer(JToken baseToken, JToken revisionToken)
    {
        while (baseToken.Parent is { } baseParent && revisionToken.Parent is { } revisionParent)
        {
            switch (baseParent, revisionParent)
            {
                case (JProperty baseProperty, JProperty revisionProperty)
                    when baseProperty.Name != revisionProperty.Name:
                case (JArray baseList, JArray revisionList)
                    when baseList.IndexOf(baseToken) != revisionList.IndexOf(revisionToken):
                    return false;
            }

            if (baseParent.GetType() != revisionParent.GetType())
            {
                return false;
            }

            baseToken = baseParent;
            revisionToken = revisionParent;
        }

        return baseToken.Parent is null && revisionToken.Parent is null;
    }

    /// <summary>Tells whether a token is another one or stands below it.</summary>
    public static bool Holds(JToken outer, JToken token)
    {
        var current = token;
        while (current is not null && !ReferenceEquals(current, outer))
        {
            current = current.Parent;
        }

        return current is not null;
    }

    /// <summary>
    /// Gives the name of the component schema that a token belongs to, or null.
    /// Example: #/components/schemas/Pin/properties/title gives Pin.
    /// </summary>
    public static string? ComponentOf(JToken token)
    {
        // The names of the three outermost members on the way to the token.
        string? first = null;
        string? second = null;
        string? third = null;
        for (var current = token; current is not null; current = current.Parent)
        {
            if (current is JProperty property)
            {
                third = second;
                second = first;
                first = property.Name;
            }
        }

        return first == "components" && second == "schemas" ? third : null;
    }

    /// <summary>Gives the schema that has a keyword. Example: for the value of Pin.status.type, Pin.status.</summary>
    public static JToken? SchemaOfKeyword(JToken? value) => Above(value, 2);

    /// <summary>Gives the schema whose list "required" has an entry.</summary>
    public static JToken? SchemaOfRequired(JToken? entry) => Above(entry, 3);

    /// <summary>Gives the schema that has a property. Example: for the schema of Pin.title, Pin.</summary>
    public static JToken? SchemaOfProperty(JToken? property) => Above(property, 4);

    /// <summary>
    /// Gets the map that a token is an entry of. Example: for #/components/schemas/Pin, the property "schemas".
    /// </summary>
    public static JToken? MapOf(JToken entry) => Above(entry, 3);

    private static JToken? Above(JToken? token, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            token = token?.Parent;
        }

        return token;
    }
}
