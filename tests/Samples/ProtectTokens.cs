using Microsoft.AspNetCore.DataProtection;
using Pinterest.OpenApi;

namespace Samples;

/// <summary>Keeps the tokens of a folder encrypted from now on, by the data protection of ASP.NET Core.</summary>
public static class ProtectTokens
{
    /// <summary>Reads the token of the sign-in as it lies there, and writes it back protected.</summary>
    /// <param name="output">Is told what was done.</param>
    /// <param name="tokenFolder">The folder of the tokens.</param>
    /// <param name="keyFolder">The folder of the keys. Whoever has it can read the tokens, so keep it elsewhere.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <returns>0, or 1 when there is no token.</returns>
    public static async Task<int> RunAsync(
        TextWriter output,
        string tokenFolder,
        string keyFolder,
        CancellationToken cancellationToken
    )
    {
        var plain = new FileTokenStore(tokenFolder);
        if (await plain.ReadAsync(SignInWithLoopbackPage.User, cancellationToken) is not { } token)
        {
            await output.WriteLineAsync($"{tokenFolder} has no token of {SignInWithLoopbackPage.User}.");
            return 1;
        }

        #region protect
        var keys = DataProtectionProvider.Create(new DirectoryInfo(keyFolder));
        var store = new FileTokenStore(tokenFolder, protector: new TokenProtector(keys));
        #endregion
        await using var held = await store.LockAsync(SignInWithLoopbackPage.User, cancellationToken);
        await held.SaveAsync(token, cancellationToken);
        await output.WriteLineAsync($"The token in {tokenFolder} is protected by the keys in {keyFolder}.");
        return 0;
    }
}
