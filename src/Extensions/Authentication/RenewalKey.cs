namespace Pinterest.OpenApi;

/// <summary>What a renewal is for. Callers with equal keys share one renewal.</summary>
/// <param name="Environment">The address of the API that gives the tokens.</param>
/// <param name="App">The id of the app.</param>
/// <param name="Store">The identity of the store (<see cref="ITokenStore.Identity"/>), since the user of another store
/// is somebody else; null for a token of the app itself.</param>
/// <param name="User">The user, or the scopes of a token of the app itself.</param>
internal sealed record RenewalKey(Uri Environment, string App, object? Store, string User);
