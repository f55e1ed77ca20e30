using Microsoft.AspNetCore.DataProtection;
using Pinterest.OpenApi;

namespace Samples;

#region protector
/// <summary>Protects tokens by the data protection of ASP.NET Core.</summary>
public sealed class TokenProtector(IDataProtectionProvider keys) : ITokenProtector
{
    private readonly IDataProtector _protector = keys.CreateProtector("Pinterest.OpenApi tokens");

    /// <inheritdoc/>
    public byte[] Protect(byte[] content) => _protector.Protect(content);

    /// <inheritdoc/>
    public byte[] Unprotect(byte[] content) => _protector.Unprotect(content);
}
#endregion
