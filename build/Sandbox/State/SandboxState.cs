using System.Globalization;

namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>
/// The boards, sections, Pins, media and users of the sandbox, with the lists of them that the operations page through.
/// All of it is used under <see cref="Gate"/> only. Each change is one call, and is in the journal before anybody
/// sees it.
/// </summary>
internal sealed class SandboxState
{
    private const long FirstId = 549_755_813_000_000_000;

    private readonly Dictionary<string, User> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Board> _boards = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Section> _sections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Pin> _pins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MediaFile> _media = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Shelf<Board>> _boardsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Shelf<Section>> _sectionsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Shelf<Pin>> _pinsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Shelf<MediaFile>> _mediaOf = new(StringComparer.Ordinal);
    private readonly SaveCounts _saves = new();
    private readonly IStateJournal _journal;

    /// <summary>Makes a state of what a journal kept.</summary>
    public SandboxState(IStateJournal journal)
    {
        _journal = journal;
        LastOrder = journal.KeptLastOrder;
        foreach (var entity in journal.Kept)
        {
            Apply(entity);
        }
    }

    /// <summary>Gets the lock under which the state is used.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Gets the JSON of boards and Pins that was made for earlier replies.</summary>
    public Views Views { get; } = new();

    public IEnumerable<IEntity> All =>
        [.. _users.Values, .. _boards.Values, .. _sections.Values, .. _media.Values, .. _pins.Values];

    /// <summary>
    /// Gets or sets the last order that was given out. An order is never given twice, even when its entity was
    /// removed.
    /// </summary>
    public long LastOrder { get; set; }

    public User? User(string id) => _users.GetValueOrDefault(id);

    public User? UserByName(string username) => _users.Values.FirstOrDefault(user => user.Username == username);

    public Board? Board(string id) => _boards.GetValueOrDefault(id);

    public Section? Section(string id) => _sections.GetValueOrDefault(id);

    public Pin? Pin(string id) => _pins.GetValueOrDefault(id);

    public MediaFile? Media(string id) => _media.GetValueOrDefault(id);

    public Shelf<Board> BoardsOf(string userId) => Shelf(_boardsOf, userId);

    public Shelf<Section> SectionsOf(string boardId) => Shelf(_sectionsOf, boardId);

    public Shelf<Pin> PinsOfUser(string id) => Shelf(_pinsOf, $"user {id}");

    public Shelf<Pin> PinsOfBoard(string id) => Shelf(_pinsOf, $"board {id}");

    public Shelf<Pin> PinsOfSection(string id) => Shelf(_pinsOf, $"section {id}");

    public Shelf<MediaFile> MediaOf(string userId) => Shelf(_mediaOf, userId);

    /// <summary>Gives how often a Pin was saved on each day, as yyyy-MM-dd.</summary>
    public IReadOnlyDictionary<string, int> SavesOf(string pinId) => _saves.Of(pinId);

    /// <summary>Gives the id and the order of a new entity.</summary>
    public (string Id, long Order) Next()
    {
        string id;
        do
        {
            id = (FirstId + ++LastOrder).ToString(CultureInfo.InvariantCulture);
        } while (IsTaken(id));
        return (id, LastOrder);
    }

    /// <summary>Puts an entity in place of the one with its id.</summary>
    public void Put(IEntity entity)
    {
        _journal.Put(entity);
        Apply(entity);
    }

    /// <summary>Removes an entity and everything in it: a board's sections and Pins.</summary>
    public void Remove(IEntity entity)
    {
        _journal.Remove(entity);
        Unapply(entity);
    }

    /// <summary>Removes everything.</summary>
    public void Clear()
    {
        foreach (var user in _users.Values.ToList())
        {
            Remove(user);
        }

        foreach (var board in _boards.Values.ToList())
        {
            Remove(board);
        }

        foreach (var media in _media.Values.ToList())
        {
            Remove(media);
        }

        // The Pins that are left are on no board.
        foreach (var pin in _pins.Values.ToList())
        {
            Remove(pin);
        }

        _saves.Clear();
    }

    /// <summary>Puts an entity that is in the journal already.</summary>
    public void Apply(IEntity entity)
    {
        LastOrder = Math.Max(LastOrder, entity.Order);
        switch (entity)
        {
            case User user:
                _users[user.Id] = user;
                Views.ForgetAll();
                break;
            case Board board:
                _boards[board.Id] = board;
                BoardsOf(board.OwnerId).Put(board);
                Views.ForgetBoard(board.Id);
                break;
            case Section section:
                _sections[section.Id] = section;
                SectionsOf(section.BoardId).Put(section);
                break;
            case MediaFile media:
                _media[media.Id] = media;
                MediaOf(media.OwnerId).Put(media);
                break;
            case Pin pin:
                ApplyPin(pin);
                break;
        }
    }

    /// <summary>Removes an entity whose removal is in the journal already.</summary>
    public void Unapply(IEntity entity)
    {
        switch (entity)
        {
            case User user:
                _users.Remove(user.Id);
                break;
            case Board board:
                UnapplyBoard(board);
                break;
            case Section section:
                UnapplySection(section);
                break;
            case MediaFile media:
                _media.Remove(media.Id);
                MediaOf(media.OwnerId).Remove(media);
                break;
            case Pin pin:
                _pins.Remove(pin.Id);
                Unlist(pin);
                _saves.Count(pin, -1);
                Views.ForgetPin(pin.Id);
                break;
        }
    }

    private void UnapplyBoard(Board board)
    {
        foreach (var pin in PinsOfBoard(board.Id).NewestFirst().ToList())
        {
            Unapply(pin);
        }

        foreach (var section in SectionsOf(board.Id).NewestFirst().ToList())
        {
            Unapply(section);
        }

        _boards.Remove(board.Id);
        BoardsOf(board.OwnerId).Remove(board);
        _sectionsOf.Remove(board.Id);
        _pinsOf.Remove($"board {board.Id}");
        Views.ForgetBoard(board.Id);
    }

    private void UnapplySection(Section section)
    {
        foreach (var pin in PinsOfSection(section.Id).NewestFirst().ToList())
        {
            Unapply(pin);
        }

        _sections.Remove(section.Id);
        SectionsOf(section.BoardId).Remove(section);
        _pinsOf.Remove($"section {section.Id}");
    }

    private void ApplyPin(Pin pin)
    {
        if (_pins.TryGetValue(pin.Id, out var before))
        {
            Unlist(before);
        }
        else
        {
            _saves.Count(pin, 1);
        }

        _pins[pin.Id] = pin;
        foreach (var list in Lists(pin))
        {
            list.Put(pin);
        }

        if (pin.BoardId is not null)
        {
            Views.ForgetBoard(pin.BoardId);
        }

        Views.ForgetPin(pin.Id);
    }

    private void Unlist(Pin pin)
    {
        foreach (var list in Lists(pin))
        {
            list.Remove(pin);
        }

        if (pin.BoardId is not null)
        {
            Views.ForgetBoard(pin.BoardId);
        }
    }

    private IEnumerable<Shelf<Pin>> Lists(Pin pin)
    {
        yield return PinsOfUser(pin.OwnerId);
        if (pin.BoardId is not null)
        {
            yield return PinsOfBoard(pin.BoardId);
        }

        if (pin.SectionId is not null)
        {
            yield return PinsOfSection(pin.SectionId);
        }
    }

    private bool IsTaken(string id) =>
        _users.ContainsKey(id)
        || _boards.ContainsKey(id)
        || _sections.ContainsKey(id)
        || _pins.ContainsKey(id)
        || _media.ContainsKey(id);

    private static Shelf<T> Shelf<T>(Dictionary<string, Shelf<T>> shelves, string id)
        where T : class, IEntity
    {
        if (!shelves.TryGetValue(id, out var shelf))
        {
            shelves[id] = shelf = new Shelf<T>();
        }

        return shelf;
    }
}
