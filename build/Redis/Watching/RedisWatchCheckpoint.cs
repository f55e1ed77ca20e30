using Pinterest.OpenApi.Redis.Connection;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis.Watching;

/// <summary>The checkpoint of one watch, open for this worker while its lease lasts.</summary>
/// <param name="store">The store.</param>
/// <param name="lease">The lock.</param>
/// <param name="key">The hash of what the watch knows.</param>
internal sealed class RedisWatchCheckpoint(RedisWatchCheckpointStore store, RedisLease lease, RedisKey key)
    : IWatchCheckpoint
{
    private const string Begun = "begun";
    private const string ItemMark = "i:";

    // Redis takes about a million arguments of a command.
    private const int MostOfScript = 10_000;

    private static readonly RedisScript Read = new("return redis.call('HGETALL', KEYS[1])", IsReadOnly: true);

    // ARGV: the owner; whether the watch has begun; names to keep and their values, an empty one for what is gone.
    private static readonly RedisScript Save = new(
        """
        if redis.call('GET', KEYS[1]) ~= ARGV[1] then
          return 0
        end
        for i = 3, #ARGV, 2 do
          if ARGV[i + 1] == '' then
            redis.call('HDEL', KEYS[2], ARGV[i])
          else
            redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 1])
          end
        end
        if ARGV[2] == '1' then
          redis.call('HSET', KEYS[2], 'begun', '1')
        end
        return 1
        """
    );

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyCollection<WatchedItem>?> ReadAsync(CancellationToken cancellationToken)
    {
        var reply = await store.RunAsync(Read, "read", [key], [], cancellationToken).ConfigureAwait(false);
        var fields = (RedisValue[])reply!;
        var items = new List<WatchedItem>(fields.Length / 2);
        var hasBegun = false;
        for (var i = 0; i + 1 < fields.Length; i += 2)
        {
            var name = (string)fields[i]!;
            if (name.StartsWith(ItemMark, StringComparison.Ordinal))
            {
                items.Add(new WatchedItem(name[ItemMark.Length..], fields[i + 1]));
            }

            hasBegun |= name == Begun;
        }

        return hasBegun ? items : null;
    }

    /// <inheritdoc/>
    /// <exception cref="PinterestWatchException">The server takes no writes, or another worker has taken over.</exception>
    public async ValueTask SaveAsync(IReadOnlyCollection<WatchedItem> items, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);

        // The watch has begun when all of it is kept. A beginning that was cut short begins anew.
        var left = items.Count;
        foreach (var part in items.Chunk(MostOfScript).DefaultIfEmpty([]))
        {
            left -= part.Length;
            RedisValue[] values = [lease.Owner, left == 0 ? 1 : 0, .. part.SelectMany(Pair)];
            var isMine = await store
                .RunAsync(Save, "written", [lease.Key, key], values, cancellationToken)
                .ConfigureAwait(false);
            if ((int)isMine == 0)
            {
                lease.NoteLost();
                throw new PinterestWatchException(
                    $"The checkpoint {key} no longer belongs to this worker: it was paused for longer than "
                        + "LockLease, and "
                        + "another may have taken over. Start the watch again; it does not repeat saved changes."
                );
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => lease.DisposeAsync();

    private static RedisValue[] Pair(WatchedItem item) => [ItemMark + item.Id, item.Fingerprint ?? ""];
}
