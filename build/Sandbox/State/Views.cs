namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>
/// The JSON of boards and Pins as their owner sees them. It is made when it is first needed, and made again after a
/// change.
/// </summary>
internal sealed class Views
{
    private readonly Dictionary<string, byte[]> _boards = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _pins = new(StringComparer.Ordinal);

    public byte[] Board(string id, Func<byte[]> make) => Get(_boards, id, make);

    public byte[] Pin(string id, Func<byte[]> make) => Get(_pins, id, make);

    public void ForgetBoard(string id) => _boards.Remove(id);

    public void ForgetPin(string id) => _pins.Remove(id);

    public void ForgetAll()
    {
        _boards.Clear();
        _pins.Clear();
    }

    private static byte[] Get(Dictionary<string, byte[]> views, string id, Func<byte[]> make)
    {
        if (!views.TryGetValue(id, out var view))
        {
            views[id] = view = make();
        }

        return view;
    }
}
