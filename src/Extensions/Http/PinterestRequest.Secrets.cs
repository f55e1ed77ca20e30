using System.Text;

namespace Pinterest.OpenApi;

/// <content>What of a call must not be shown.</content>
internal sealed partial class PinterestRequest
{
    // A shorter value of a header is no secret, and would be found everywhere.
    private const int ShortestSecretHeader = 16;

    /// <summary>
    /// Gets the secrets that are sent with the present attempt: of the Authorization header, and of a form.
    /// </summary>
    public IEnumerable<string> Secrets
    {
        get
        {
            if (Authorization?.Parameter is { } parameter)
            {
                yield return parameter;

                // The app's secret; its id is no secret.
                if (Authorization.Scheme == "Basic")
                {
                    yield return Encoding.UTF8.GetString(Convert.FromBase64String(parameter)).Split(':', 2)[^1];
                }
            }

            foreach (var value in (_extraHeaders ?? NoHeaders).Values.Where(IsSecretHeader))
            {
                yield return value;
            }

            foreach (var (name, value) in _form?.Invoke() ?? [])
            {
                if (name is "code" or "refresh_token" or "token")
                {
                    yield return value;
                }
            }
        }
    }

    private static bool IsSecretHeader(string value) => value.Length >= ShortestSecretHeader;
}
