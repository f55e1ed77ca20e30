using Pinterest.OpenApi.Redis.Connection;

namespace Pinterest.OpenApi.Redis.Pacing;

/// <summary>The scripts of the rate limiter.</summary>
/// <remarks>
/// A block is a number of calls that one worker may send between its start and its end, by the clock of the server. When
/// a block is given, every block counts that could have a call less than the length of the window away from one of its
/// own. So no window of that length, wherever it begins, holds more calls than its quota: take the block that was given
/// last of those with calls in it; when it was given, all others counted. Each window is taken as slightly longer than
/// Pinterest says, because calls that are sent evenly may arrive close together.
/// </remarks>
internal static class PacingScripts
{
    /// <summary>
    /// Gives a block. KEYS: what is known of the user; the blocks of the category; the blocks of all categories. ARGV: calls
    /// wanted, longest wait, length of a block, id of the block, category, windows of the category and of all categories as
    /// <c>quota/milliseconds,…</c>; then three for each block that the worker gives back: its name, the name it has from
    /// now on ("" when no call was made), milliseconds since its last call. All times are milliseconds. The reply: calls
    /// given (0 when the wait is too long), wait, 1 when all categories together make it wait, and the start.
    /// </summary>
    public static readonly RedisScript Give = new(
        """
        local clock = redis.call('TIME')
        local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
        local span = tonumber(ARGV[3])
        local known = redis.call('HMGET', KEYS[1], 'w:' .. ARGV[5], 'w', 'c:' .. ARGV[5])

        local function windows(text)
          local list, longest = {}, 0
          for quota, length in string.gmatch(text, '(%d+)/(%d+)') do
            local said = tonumber(length)
            local window = {quota = tonumber(quota), length = said + math.ceil(math.min(said / 20, 50))}
            list[#list + 1] = window
            longest = math.max(longest, window.length)
          end
          return list, longest
        end

        local function scope(key, text, otherwise)
          local list, longest = windows(text or '')
          if #list == 0 then
            list, longest = windows(otherwise)
          end
          for i = 8, #ARGV, 3 do
            redis.call('ZREM', key, ARGV[i])
            if ARGV[i + 1] ~= '' and longest > 0 then
              redis.call('ZADD', key, now - tonumber(ARGV[i + 2]), ARGV[i + 1])
            end
          end
          redis.call('ZREMRANGEBYSCORE', key, '-inf', now - longest)
          local flat = redis.call('ZRANGE', key, 0, -1, 'WITHSCORES')
          local blocks = {}
          for i = 1, #flat, 2 do
            local start, calls = string.match(flat[i], ':(%d+):(%d+)$')
            blocks[#blocks + 1] = {start = tonumber(start), stop = tonumber(flat[i + 1]), calls = tonumber(calls)}
          end
          return {key = key, windows = list, longest = longest, blocks = blocks}
        end

        local function shares(block, window, start)
          return block.stop > start - window.length and block.start < start + span + window.length
        end

        local function used(part, window, start)
          local sum = 0
          for _, block in ipairs(part.blocks) do
            if shares(block, window, start) then
              sum = sum + block.calls
            end
          end
          return sum
        end

        local function later(part, start)
          for _, window in ipairs(part.windows) do
            local over = used(part, window, start) + 1 - window.quota
            local from = start
            for _, block in ipairs(part.blocks) do
              if over <= 0 then
                break
              end
              if shares(block, window, from) then
                over = over - block.calls
                start = math.max(start, block.stop + window.length)
              end
            end
          end
          return start
        end

        local mine = scope(KEYS[2], known[1], ARGV[6])
        local all = scope(KEYS[3], known[2], ARGV[7])
        local start = math.max(now, tonumber(known[3] or '0') or 0)
        local isOfAll = 0
        for _ = 1, 100 do
          local own = later(mine, start)
          local both = later(all, own)
          if both > own then
            isOfAll = 1
          end
          if both == start then
            break
          end
          start = both
        end
        if start - now > tonumber(ARGV[2]) then
          return {0, start - now, isOfAll, start}
        end

        local calls = tonumber(ARGV[1])
        for _, part in ipairs({mine, all}) do
          for _, window in ipairs(part.windows) do
            calls = math.min(calls, window.quota - used(part, window, start))
          end
        end
        if calls < 1 then
          return {0, math.max(start - now, tonumber(ARGV[2])) + 1, isOfAll, start}
        end

        for _, part in ipairs({mine, all}) do
          if part.longest > 0 then
            redis.call('ZADD', part.key, start + span, ARGV[4] .. ':' .. start .. ':' .. calls)
            redis.call('PEXPIRE', part.key, start - now + span + part.longest + 60000)
          end
        end
        return {calls, start - now, isOfAll, start}
        """
    );

    /// <summary>
    /// Keeps what a response said. KEYS: what is known of the user. ARGV: category; windows of the category and of all
    /// categories ("" for none said); for how many milliseconds the category is spent (0 for not).
    /// </summary>
    public static readonly RedisScript Learn = new(
        """
        local clock = redis.call('TIME')
        local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
        if ARGV[2] ~= '' then
          redis.call('HSET', KEYS[1], 'w:' .. ARGV[1], ARGV[2])
        end
        if ARGV[3] ~= '' then
          redis.call('HSET', KEYS[1], 'w', ARGV[3])
        end
        if tonumber(ARGV[4]) > 0 then
          local closed = tonumber(redis.call('HGET', KEYS[1], 'c:' .. ARGV[1]) or '0') or 0
          redis.call('HSET', KEYS[1], 'c:' .. ARGV[1], math.max(closed, now + tonumber(ARGV[4])))
        end
        redis.call('PEXPIRE', KEYS[1], 172800000)
        return 1
        """
    );
}
