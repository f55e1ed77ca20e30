namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>The forms of line that speak of an endpoint as a whole, or of the description.</summary>
internal static class EndpointForms
{
    /// <summary>Gets the forms. Each has an example.</summary>
    public static IReadOnlyList<LineForm> All { get; } =
    [
        new(LineKind.EndpointAdded, LinePart.Endpoint, "New endpoints added\\.") { Example = "New endpoints added." },
        new(LineKind.EndpointReactivated, LinePart.Endpoint, "endpoint reactivated")
        {
            Example = "endpoint reactivated",
        },
        new(LineKind.SecurityAdded, LinePart.Endpoint, "the endpoint scheme security {x} was added to the API")
        {
            Example = "the endpoint scheme security `key` was added to the API",
        },
        new(
            LineKind.ResponseAdded,
            LinePart.Endpoint,
            "added the (success|non-success) response with the status {statuses}"
        )
        {
            Example = "added the non-success response with the status 401, 404",
        },
        new(
            LineKind.ResponseRemoved,
            LinePart.Endpoint,
            "removed the (success|non-success) response with the status {statuses}"
        )
        {
            Example = "removed the non-success response with the status 409",
        },
        new(LineKind.SchemaRemoved, LinePart.Document, "removed the schema {x}")
        {
            Example = "removed the schema `House`",
        },
    ];
}
