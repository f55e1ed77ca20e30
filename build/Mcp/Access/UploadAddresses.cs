namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>
/// The addresses that Pinterest named for uploads of a program. Each registration allows one upload that succeeds;
/// several may have one address. Of more than 100 that were never used the oldest ends. Safe for use by many threads at
/// once.
/// </summary>
internal sealed class UploadAddresses
{
    private const int Most = 100;

    private readonly Lock _gate = new();
    private readonly List<string> _registered = [];

    /// <summary>Notes the address of a registration.</summary>
    public void Register(Uri address)
    {
        lock (_gate)
        {
            _registered.Add(address.AbsoluteUri);
            if (_registered.Count > Most)
            {
                _registered.RemoveAt(0);
            }
        }
    }

    /// <summary>Tells whether something may be uploaded to an address. One that failed may be tried again.</summary>
    public bool Allows(Uri address)
    {
        lock (_gate)
        {
            return _registered.Contains(address.AbsoluteUri);
        }
    }

    /// <summary>Ends one registration of an address.</summary>
    public void Used(Uri address)
    {
        lock (_gate)
        {
            _registered.Remove(address.AbsoluteUri);
        }
    }
}
