using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Pinterest.OpenApi.Unit.Mcp.Support;

/// <summary>An OAuth issuer on loopback: metadata, keys, a sign-in that asks nobody, and tokens of any kind.</summary>
internal sealed class TestIssuer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Dictionary<string, string> _challenges = [];
    private SecurityKey _key = RsaKey("one");

    private TestIssuer(WebApplication application, bool isOpenId)
    {
        _application = application;
        application.Run(context => AnswerAsync(context, isOpenId));
    }

    /// <summary>Gets the issuer, as tokens name it.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Gets or sets what the metadata name as the issuer.</summary>
    public string? NamedIssuer { get; set; }

    /// <summary>Gets or sets whether everything is answered with 500.</summary>
    public bool IsDown { get; set; }

    /// <summary>Gets or sets what is added to the metadata.</summary>
    public string Padding { get; set; } = "";

    /// <summary>Gets or sets where the metadata say that the keys are.</summary>
    public string? KeysAddress { get; set; }

    /// <summary>Gets how often the metadata were asked for.</summary>
    public int Fetches { get; private set; }

    /// <summary>Gets the key that signs now.</summary>
    public SecurityKey Key => _key;

    public static async Task<TestIssuer> StartAsync(bool isOpenId = true)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var issuer = new TestIssuer(builder.Build(), isOpenId);
        await issuer._application.StartAsync();
        var bound = issuer._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        issuer.Address = $"{bound.Addresses.First()}/realms/pins";
        return issuer;
    }

    /// <summary>Makes a token; it is good unless it is changed.</summary>
    public string Token(string resource, string agent, Action<SecurityTokenDescriptor>? change = null)
    {
        var now = DateTime.UtcNow;
        var token = new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = resource,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            TokenType = "at+jwt",
            Claims = new Dictionary<string, object> { ["client_id"] = agent },
            SigningCredentials = new SigningCredentials(_key, AlgorithmOf(_key)),
        };
        change?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    /// <summary>Signs with another key from now on, and publishes that one only.</summary>
    public void Rotate(SecurityKey key) => _key = key;

    public static SecurityKey RsaKey(string id) => new RsaSecurityKey(RSA.Create(2048)) { KeyId = id };

    public static SecurityKey EcKey(string id) =>
        new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = id };

    public static string AlgorithmOf(SecurityKey key) =>
        key is RsaSecurityKey ? SecurityAlgorithms.RsaSha256 : SecurityAlgorithms.EcdsaSha256;

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private Task AnswerAsync(HttpContext context, bool isOpenId)
    {
        var path = context.Request.Path.Value!;
        if (IsDown)
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        }

        return path switch
        {
            "/realms/pins/.well-known/openid-configuration" when isOpenId => MetadataAsync(context),
            "/.well-known/oauth-authorization-server/realms/pins" => MetadataAsync(context),
            "/realms/pins/keys" => context.Response.WriteAsync(Keys().ToJsonString()),
            "/realms/pins/authorize" => AuthorizeAsync(context),
            "/realms/pins/token" => TokenAsync(context),
            _ => NotFoundAsync(context),
        };
    }

    private Task MetadataAsync(HttpContext context)
    {
        Fetches++;
        var metadata = new JsonObject
        {
            ["issuer"] = NamedIssuer ?? Address,
            ["jwks_uri"] = KeysAddress ?? $"{Address}/keys",
            ["authorization_endpoint"] = $"{Address}/authorize",
            ["token_endpoint"] = $"{Address}/token",
            ["response_types_supported"] = new JsonArray("code"),
            ["grant_types_supported"] = new JsonArray("authorization_code"),
            ["code_challenge_methods_supported"] = new JsonArray("S256"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("none"),
            ["padding"] = Padding,
        };
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(metadata.ToJsonString());
    }

    private JsonObject Keys()
    {
        var key = _key is RsaSecurityKey rsa
            ? JsonWebKeyConverter.ConvertFromRSASecurityKey(rsa)
            : JsonWebKeyConverter.ConvertFromECDsaSecurityKey((ECDsaSecurityKey)_key);
        var published = new JsonObject
        {
            ["kty"] = key.Kty,
            ["kid"] = key.Kid,
            ["use"] = "sig",
        };
        foreach (
            var (name, value) in new[] { ("n", key.N), ("e", key.E), ("crv", key.Crv), ("x", key.X), ("y", key.Y) }
        )
        {
            if (value is not null)
            {
                published[name] = value;
            }
        }

        return new JsonObject { ["keys"] = new JsonArray(published) };
    }

    private Task AuthorizeAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var code = Guid.NewGuid().ToString("N");
        _challenges[code] = $"{query["code_challenge"]} {query["resource"]} {query["client_id"]}";
        context.Response.Redirect(
            $"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"].ToString())}"
                + $"&iss={Uri.EscapeDataString(Address)}"
        );
        return Task.CompletedTask;
    }

    private async Task TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var proof = SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()));
        var parts = _challenges[form["code"].ToString()].Split(' ');
        if (parts[0] != Base64UrlEncoder.Encode(proof) || parts[1] != form["resource"])
        {
            context.Response.StatusCode = 400;
            return;
        }

        var token = new JsonObject
        {
            ["access_token"] = Token(parts[1], parts[2]),
            ["token_type"] = "Bearer",
            ["expires_in"] = 300,
        };
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(token.ToJsonString());
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
