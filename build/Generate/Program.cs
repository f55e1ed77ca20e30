using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Reports;

// Run by src/Generate.targets before the compiler. People use the tool.
try
{
    var options = args.Chunk(2)
        .Where(pair => pair.Length == 2)
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
    if (
        args.Length % 2 != 0
        || !options.TryGetValue("--repository", out var repository)
        || options.Keys.Except(["--repository", "--output", "--description"]).Any()
    )
    {
        await Console.Error.WriteLineAsync(
            "usage: Pinterest.OpenApi.Generate --repository FOLDER [--output FOLDER] [--description FILE]"
        );
        return 2;
    }

    var layout = RepositoryLayout.Find(repository);
    var record = GenerationRecord.Of(layout);
    var generator = new ClientGenerator(layout);
    var normalised = options.TryGetValue("--description", out var file)
        ? generator.NormaliseOther(DescriptionReader.ReadToGenerate(await DescriptionSource.ReadAsync(file), file))
        : generator.NormalisePinned();
    foreach (var decision in normalised.StaleDecisions.Where(_ => file is null))
    {
        Console.WriteLine($"A decision on nothing: {ConsoleText.OneLine(decision.ToString())}");
    }

    var output = options.GetValueOrDefault("--output", layout.Generated);
    GenerationRecord.Delete(output);
    var files = file is null
        ? await generator.GenerateAsync(normalised, output)
        : await generator.GenerateCompleteAsync(normalised, file, output);
    if (file is null)
    {
        record.Save(output, files, normalised);
    }

    Console.WriteLine($"{normalised.Catalogue.All.Count} operations, {files.Count} files in {output}");
    return 0;
}
catch (SpecException error)
{
    // The form that MSBuild shows as an error of the build.
    await Console.Error.WriteLineAsync(
        $"Pinterest.OpenApi.Generate : error POA0001: {ConsoleText.OneLine(error.Message)}"
    );
    foreach (var detail in error.Details)
    {
        await Console.Error.WriteLineAsync(
            $"Pinterest.OpenApi.Generate : error POA0001: {ConsoleText.OneLine(detail)}"
        );
    }

    return 2;
}
catch (SpecEnvironmentException error)
{
    await Console.Error.WriteLineAsync(
        $"Pinterest.OpenApi.Generate : error POA0002: {ConsoleText.OneLine(error.Message)}"
    );
    return 3;
}
