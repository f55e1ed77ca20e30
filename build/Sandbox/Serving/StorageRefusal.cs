using System.Text;

namespace Pinterest.OpenApi.Sandbox.Serving;

/// <summary>The refusals of the store that takes uploads and serves files: XML, as S3 sends it.</summary>
internal static class StorageRefusal
{
    /// <summary>Makes a refusal.</summary>
    /// <param name="status">The status.</param>
    /// <param name="code">The code of S3, such as AccessDenied.</param>
    /// <param name="message">What is wrong. It must hold nothing that XML would have to escape.</param>
    public static SandboxReply Reply(int status, string code, string message) =>
        new(
            status,
            Encoding.UTF8.GetBytes(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    + $"<Error><Code>{code}</Code><Message>{message}</Message></Error>"
            ),
            "application/xml"
        );
}
