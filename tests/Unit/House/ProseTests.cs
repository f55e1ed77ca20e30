using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.House;

/// <summary>No sentence of the published descriptions stands in the repository.</summary>
public sealed class ProseTests
{
    private const int Words = 7;

    [SharedFact]
    public async Task No_upstream_sentence_of_more_than_six_words_is_in_a_tracked_file()
    {
        var sentences = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Shared, "openapi"), "pinterest-*.json"))
        {
            foreach (var text in Strings(JToken.Parse(await File.ReadAllTextAsync(file))))
            {
                AddSentences(sentences, text);
            }
        }

        Assert.InRange(sentences.Count, 1000, 100_000);
        var found = new List<string>();
        foreach (var file in TrackedFiles())
        {
            found.AddRange(
                Find(sentences, Tokens(Text(file)))
                    .Select(sentence => $"{Path.GetRelativePath(Repository.Root, file)}: {sentence}")
            );
        }

        Assert.Empty(found.Distinct());
    }

    [SharedFact]
    public void The_search_does_find_a_sentence()
    {
        var sentences = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        AddSentences(sentences, "Short one. This is a sentence with more than six words!");

        Assert.Equal(
            ["this is a sentence with more than six words"],
            Find(sentences, Tokens("/// And: this is a <c>sentence</c> with\n/// more than six words."))
        );
    }

    private static void AddSentences(Dictionary<string, List<string>> sentences, string text)
    {
        foreach (var sentence in text.Split(['.', '!', '?', '\n', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var words = Tokens(sentence);
            if (words.Count < Words)
            {
                continue;
            }

            var key = string.Join(' ', words.Take(Words));
            if (!sentences.TryGetValue(key, out var list))
            {
                sentences[key] = list = [];
            }

            list.Add(string.Join(' ', words));
        }
    }

    private static IEnumerable<string> Find(Dictionary<string, List<string>> sentences, List<string> words)
    {
        for (var i = 0; i + Words <= words.Count; i++)
        {
            if (!sentences.TryGetValue(string.Join(' ', words.Skip(i).Take(Words)), out var candidates))
            {
                continue;
            }

            foreach (var sentence in candidates.Distinct())
            {
                if (string.Join(' ', words.Skip(i).Take(sentence.Count(c => c == ' ') + 1)) == sentence)
                {
                    yield return sentence;
                }
            }
        }
    }

    // Only spaced words make prose: names with underscores, numbers and JSON keys are facts.
    private static List<string> Tokens(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (word.Length > 0)
            {
                if (word.ToString() is not ("c" or "summary" or "value" or "para"))
                {
                    words.Add(word.ToString());
                }

                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static IEnumerable<string> Strings(JToken token) =>
        token switch
        {
            JValue { Type: JTokenType.String } value when Parent(value) is "description" or "summary" or "title" =>
            [
                (string)value!,
            ],
            JContainer container => container.Children().SelectMany(Strings),
            _ => [],
        };

    private static string? Parent(JToken value) => (value.Parent as JProperty)?.Name;

    private static string Text(string file)
    {
        if (!file.EndsWith(".gz", StringComparison.Ordinal))
        {
            return File.ReadAllText(file);
        }

        using var gzip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> TrackedFiles()
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", "ls-files")
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardOutput = true,
            }
        )!;
        var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.NotEmpty(files);
        return files.Select(file => Path.Combine(Repository.Root, file)).Where(File.Exists);
    }
}
