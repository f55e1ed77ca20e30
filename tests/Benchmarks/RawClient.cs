using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>
/// What NSwag with its own templates and settings makes of the contract, mended only as far as it takes to compile.
/// </summary>
internal static partial class RawClient
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "artifacts", "benchmarks", "raw");
    private static readonly string Contract = Path.Combine(Checkout.Root, "openapi", "pinterest-v5.json");
    private static readonly string Library = Path.Combine(Folder, "bin", "Raw.dll");
    private static readonly Lazy<Type> Page = new(() =>
        Assembly
            .LoadFrom(Library)
            .GetType("Raw.PinsClient", throwOnError: true)!
            .GetMethods()
            .First(method => method.Name == "Pins_listAsync")
            .ReturnType.GetGenericArguments()[0]
    );

    /// <summary>Generates and compiles it, unless that was done for this contract before.</summary>
    /// <exception cref="InvalidOperationException">NSwag or the compiler failed.</exception>
    public static void Build()
    {
        if (File.Exists(Library) && File.GetLastWriteTimeUtc(Library) > File.GetLastWriteTimeUtc(Contract))
        {
            return;
        }

        Console.Error.WriteLine("The raw client is generated and compiled; this takes a minute.");
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        Directory.CreateDirectory(Folder);

        // The folder lies in the checkout and shall have nothing of its settings.
        foreach (var file in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            Write(file, "<Project />");
        }

        var newtonsoft = typeof(JsonSerializer)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
        Write(
            "raw.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <AssemblyName>Raw</AssemblyName>
                <Nullable>disable</Nullable>
                <WarningLevel>0</WarningLevel>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="Newtonsoft.Json" Version="{newtonsoft}" /></ItemGroup>
            </Project>
            """
        );
        Write(
            "nswag.json",
            """
            {
              "runtime": "Net100",
              "documentGenerator": { "fromDocument": { "url": "description.json" } },
              "codeGenerators": {
                "openApiToCSharpClient": {
                  "className": "{controller}Client",
                  "namespace": "Raw",
                  "operationGenerationMode": "MultipleClientsFromFirstTagAndOperationId",
                  "jsonLibrary": "NewtonsoftJson",
                  "output": "Raw.cs"
                }
              }
            }
            """
        );
        Write("description.json", MendDescription(JObject.Parse(File.ReadAllText(Contract))));
        Checkout.Dotnet(
            Folder,
            Path.Combine(AppContext.BaseDirectory, "nswag", "dotnet-nswag.dll"),
            "run",
            "nswag.json"
        );
        Write("Raw.cs", MendCode(File.ReadAllText(Path.Combine(Folder, "Raw.cs"))));

        // Unions leave names behind that no class was written for; the compiler knows which.
        var (_, problems) = Checkout.TryDotnet(Folder, "build", "-c", "Release", "--output", "bin");
        var missing = MissingType()
            .Matches(problems)
            .Select(match => match.Groups[1].Value)
            .Distinct(StringComparer.Ordinal);
        Write(
            "Missing.cs",
            $"namespace Raw;\n{string.Concat(missing.Select(name => $"public partial class {name} {{ }}\n"))}"
        );
        Checkout.Dotnet(Folder, "build", "-c", "Release", "--output", "bin");
    }

    /// <summary>Reads a page as the raw client reads the body of a reply.</summary>
    public static int Read(Stream stream)
    {
        using var text = new StreamReader(stream);
        using var reader = new JsonTextReader(text);
        var page = JsonSerializer.Create(new JsonSerializerSettings()).Deserialize(reader, Page.Value)!;
        return ((ICollection)Page.Value.GetProperty("Items")!.GetValue(page)!).Count;
    }

    private static void Write(string name, string content) => File.WriteAllText(Path.Combine(Folder, name), content);

    // NSwag stops at a property that two parts of an allOf declare.
    private static string MendDescription(JObject description)
    {
        var schema = description["components"]!["schemas"]!["CampaignCreateResponseData"];
        foreach (var part in schema?["allOf"] as JArray ?? [])
        {
            (part["properties"] as JObject)?.Remove("objective_type");
        }

        return description.ToString(Formatting.None);
    }

    private static string MendCode(string code)
    {
        // An enum of booleans is written as a default that is no C#.
        code = code.Replace("Raw.bool.False", "false", StringComparison.Ordinal)
            .Replace("Raw.bool.True", "true", StringComparison.Ordinal);

        // An enum of numbers is written so, too.
        code = NumberOfAnEnum().Replace(code, match => match.Groups[1].Value);

        // A class cannot derive from an enum.
        var enums = EnumDeclaration()
            .Matches(code)
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        code = DerivedClass()
            .Replace(code, match => enums.Contains(match.Groups[2].Value) ? match.Groups[1].Value : match.Value);

        // Two arrays in one query declare the same local.
        var locals = 0;
        return IsAfterFirst()
            .Replace(
                code,
                match =>
                    match.Value.StartsWith("bool", StringComparison.Ordinal)
                        ? $"bool isAfterFirst{++locals} = false;"
                        : $"isAfterFirst{locals}"
            );
    }

    [GeneratedRegex(@"Raw\.(?:double|int|long)\._(\d+)")]
    private static partial Regex NumberOfAnEnum();

    [GeneratedRegex(@"public enum (\w+)")]
    private static partial Regex EnumDeclaration();

    [GeneratedRegex(@"(partial class \w+) : (\w+)")]
    private static partial Regex DerivedClass();

    [GeneratedRegex(@"bool isAfterFirst = false;|\bisAfterFirst\b")]
    private static partial Regex IsAfterFirst();

    [GeneratedRegex(@"error CS0246: [^']*'(\w+)'")]
    private static partial Regex MissingType();
}
