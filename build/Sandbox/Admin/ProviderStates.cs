using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Core;
using Pinterest.OpenApi.Sandbox.OAuth;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Admin;

/// <summary>
/// The provider states that contracts can name, and what each makes of the account. Parameters carry the ids that the
/// contract speaks of; what they leave out is made up.
/// </summary>
internal sealed class ProviderStates
{
    private readonly SandboxServices _services;
    private readonly Dictionary<string, Action<JObject>> _states;

    public ProviderStates(SandboxServices services)
    {
        _services = services;
        _states = new(StringComparer.OrdinalIgnoreCase)
        {
            ["the account is empty"] = _ => services.Reset(),
            ["a board exists"] = Board,
            ["boards exist"] = parameters =>
                Repeat(parameters, (number, _) => PutBoard(null, new JObject { ["name"] = $"Board {number}" })),
            ["a board section exists"] = Section,
            ["a Pin exists"] = Pin,

            // Pact keeps one state of a name for an interaction, so a second Pin needs a name of its own.
            ["another Pin exists"] = Pin,
            ["Pins exist"] = parameters => Repeat(parameters, (_, order) => PutPin(null, parameters, order)),
            ["a registered upload exists"] = parameters => Media(parameters, isUploaded: false),
            ["an uploaded video exists"] = parameters => Media(parameters, isUploaded: true),
            ["followers exist"] = Followers,
            ["an access token was given"] = parameters => Grant(parameters, "access_token", GrantKind.User),
            ["a refresh token was given"] = parameters => Grant(parameters, "refresh_token", GrantKind.Refresh),
            ["an authorization code was given"] = parameters => Grant(parameters, "code", GrantKind.Code),
            ["the access token has expired"] = _ => Fault(FaultKind.ExpiredToken),
            ["the access token lacks a scope"] = _ => Fault(FaultKind.MissingScope),
            ["the app uses a restricted feature"] = _ => Fault(FaultKind.RestrictedFeature),
            ["the app has trial access"] = _ => Fault(FaultKind.TrialAccess),
            ["the rate limit is spent"] = _ => Fault(FaultKind.RateLimited),
            ["the request looks like spam"] = _ => Fault(FaultKind.Spam),
            ["the server fails"] = _ => Fault(FaultKind.EmptyError),
            ["the server is unavailable"] = _ => Fault(FaultKind.Unavailable),
        };
    }

    /// <summary>Gets the names of the states.</summary>
    public IEnumerable<string> Names => _states.Keys;

    /// <summary>Makes a state.</summary>
    /// <exception cref="SandboxError">400: there is no such state, or a parameter is wrong.</exception>
    public void SetUp(string state, JObject parameters)
    {
        if (!_states.TryGetValue(state, out var make))
        {
            throw SandboxError.Invalid(
                $"There is no provider state '{state}'. Name one of: {string.Join("; ", _states.Keys)}."
            );
        }

        lock (_services.State.Gate)
        {
            make(parameters);
        }
    }

    private SandboxState State => _services.State;

    private void Fault(FaultKind kind) => _services.Faults.Add(new SandboxFault(kind));

    private void Board(JObject parameters) => PutBoard(Id(parameters, "board_id", "id"), parameters);

    private Board PutBoard(string? id, JObject parameters)
    {
        var (newId, order) = State.Next();
        if (id is not null && State.Board(id) is { } old)
        {
            State.Remove(old);
        }

        var owner = Text(parameters, "owner") is { } name ? _services.UserNamed(name).Id : _services.UserId;
        var board = new Board(
            id ?? newId,
            order,
            owner,
            Text(parameters, "name") ?? $"Board {id ?? newId}",
            _services.Clock.GetUtcNow()
        )
        {
            Description = Text(parameters, "description"),
            Privacy = Text(parameters, "privacy") ?? BoardPrivacy.Public,
        };
        State.Put(board);
        return board;
    }

    private void Section(JObject parameters)
    {
        var board = BoardOf(parameters) ?? throw SandboxError.Invalid("The state needs the parameter 'board_id'.");
        var (newId, order) = State.Next();
        var id = Id(parameters, "section_id", "id") ?? newId;
        if (State.Section(id) is { } old)
        {
            State.Remove(old);
        }

        State.Put(new Section(id, order, board.Id, Text(parameters, "name") ?? $"Section {id}"));
    }

    private void Pin(JObject parameters)
    {
        var (newId, order) = State.Next();
        PutPin(Id(parameters, "pin_id", "id") ?? newId, parameters, order);
    }

    private void PutPin(string? id, JObject parameters, long order)
    {
        if (id is not null && State.Pin(id) is { } old)
        {
            State.Remove(old);
        }

        var newId = id ?? State.Next().Id;
        var board = BoardOf(parameters);
        var sectionId = Id(parameters, "section_id", "board_section_id");
        if (sectionId is not null && board is not null && State.Section(sectionId) is null)
        {
            State.Put(new Section(sectionId, State.Next().Order, board.Id, $"Section {sectionId}"));
        }

        State.Put(
            new Pin(newId, order, board?.OwnerId ?? _services.UserId, _services.Clock.GetUtcNow())
            {
                BoardId = board?.Id,
                SectionId = sectionId,
                Title = Text(parameters, "title") ?? $"Pin {newId}",
                Description = Text(parameters, "description") ?? "A Pin of a provider state.",
                Link = Text(parameters, "link") ?? "https://example.com/pin",
                AltText = Text(parameters, "alt_text") ?? "What the Pin shows",
                DominantColor = PinMedia.Color(newId),
                SourceType = "image_url",
                Media = PinMedia.From(
                    new JObject { ["source_type"] = "image_url", ["url"] = $"https://example.com/{newId}.jpg" }
                ),
            }
        );
    }

    private Board? BoardOf(JObject parameters) =>
        Id(parameters, "board_id") is { } id ? State.Board(id) ?? PutBoard(id, []) : null;

    private void Media(JObject parameters, bool isUploaded)
    {
        var (newId, order) = State.Next();
        var now = _services.Clock.GetUtcNow();
        State.Put(
            new MediaFile(Id(parameters, "media_id", "id") ?? newId, order, _services.UserId, now)
            {
                UploadedAt = isUploaded ? now - TimeSpan.FromDays(1) : null,
            }
        );
    }

    private void Followers(JObject parameters)
    {
        var user = State.User(_services.UserId)!;
        State.Put(
            user with
            {
                Followers = [.. Enumerable.Range(1, Count(parameters)).Select(number => $"follower_{number}")],
            }
        );
    }

    private void Grant(JObject parameters, string name, GrantKind kind)
    {
        var token = Text(parameters, name) ?? throw SandboxError.Invalid($"The state needs the parameter '{name}'.");
        var scopes = Text(parameters, "scope") is { } scope
            ? OAuthOperations.ReadScopes(scope, _services.Description.Scopes)
            : _services.Description.Scopes;
        _services.Tokens.Apply(
            new Grant(token, 0, kind, _services.UserId, scopes, _services.Tokens.Now + TokenTable.AccessLifetime)
            {
                SignIn = token,
                RedirectUri = Text(parameters, "redirect_uri"),
            }
        );
    }

    private void Repeat(JObject parameters, Action<int, long> make)
    {
        for (var number = 1; number <= Count(parameters); number++)
        {
            make(number, State.Next().Order);
        }
    }

    private static int Count(JObject parameters) =>
        int.TryParse(Text(parameters, "count"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count <= 10_000
            ? count
            : throw SandboxError.Invalid("The state needs the parameter 'count', up to 10000.");

    private static string? Id(JObject parameters, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Text(parameters, name) is { } id)
            {
                return id.All(char.IsAsciiDigit)
                    ? id
                    : throw SandboxError.Invalid($"The parameter '{name}' must be digits.");
            }
        }

        return null;
    }

    // A parameter that looks like a number is stored as one in a pact.
    private static string? Text(JObject parameters, string name) =>
        parameters[name] is JValue { Value: not null } value
            ? Convert.ToString(value.Value, CultureInfo.InvariantCulture)
            : null;
}
