using Microsoft.AspNetCore.DataProtection;
using Pinterest.OpenApi;

namespace Samples.Tests;

public sealed class ProtectTokensTests
{
    [Fact]
    public async Task A_token_is_protected_and_read_with_its_keys_only()
    {
        var folder = Directory.CreateTempSubdirectory("pinterest-samples-");
        try
        {
            var (tokens, keys) = (Path.Combine(folder.FullName, "tokens"), Path.Combine(folder.FullName, "keys"));
            await using (var held = await new FileTokenStore(tokens).LockAsync(SignInWithLoopbackPage.User, default))
            {
                await held.SaveAsync(new PinterestToken("pina_secret") { RefreshToken = "pinr_secret" }, default);
            }

            using var output = new StringWriter();
            Assert.Equal(0, await Program.RunAsync(["protect-tokens", tokens, keys], output, output, default));

            var file = Directory.GetFiles(tokens, "*.json").Single();
            Assert.DoesNotContain("secret", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
            var protector = new TokenProtector(DataProtectionProvider.Create(new DirectoryInfo(keys)));
            var read = await new FileTokenStore(tokens, protector: protector).ReadAsync(
                SignInWithLoopbackPage.User,
                default
            );
            Assert.Equal("pinr_secret", read!.RefreshToken);

            var other = new TokenProtector(
                DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(folder.FullName, "other")))
            );
            var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
                await new FileTokenStore(tokens, protector: other).ReadAsync(SignInWithLoopbackPage.User, default)
            );
            Assert.Contains("cannot be decrypted", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
