namespace Pinterest.OpenApi.Unit.Support;

/// <summary>Stores a token as a sign-in does.</summary>
internal static class TokenStoreExtensions
{
    public static async Task SaveAsync(this ITokenStore store, string user, PinterestToken token)
    {
        await using var held = await store.LockAsync(user, default);
        Assert.True(await held.SaveAsync(token, default));
    }
}
