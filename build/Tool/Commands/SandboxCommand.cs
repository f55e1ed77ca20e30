using System.CommandLine;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>A Pinterest on loopback.</summary>
internal static class SandboxCommand
{
    private const int HighestPort = 65_535;

    public static Command Create(TextWriter output, TextWriter errors)
    {
        var port = new Option<int>("--port")
        {
            Description = "The port on loopback. Default: any that is free.",
            HelpName = "N",
        };
        port.Validators.Add(result =>
        {
            if (
                result.Tokens is [var token]
                && int.TryParse(token.Value, out var number)
                && number is < 0 or > HighestPort
            )
            {
                result.AddError($"--port must be from 0 to {HighestPort}.");
            }
        });
        var seed = new Option<int>("--seed")
        {
            Description =
                "Decides what made-up replies and content say: the same seed and request give the same reply.",
            DefaultValueFactory = _ => 1,
            HelpName = "N",
        };
        var access = new Option<string>("--access")
        {
            Description = "The access tier of the app, which sets the rate limits: trial, standard, unlimited.",
            DefaultValueFactory = _ => "unlimited",
            HelpName = "TIER",
        };
        CommonOptions.OneOf(access, [.. Enum.GetNames<SandboxAccess>().Select(name => name.ToLowerInvariant())]);
        var state = new Option<FileInfo?>("--state")
        {
            Description = "Keep boards, Pins and tokens in a file from one start to the next.",
            HelpName = "FILE",
        };
        var autoApprove = new Option<bool>("--auto-approve")
        {
            Description = "The authorise page returns to the app at once, without a button.",
        };
        var admin = new Option<bool>("--admin")
        {
            Description = "Serve /_sandbox/ and /_pact/provider-states, where anybody on this machine can set it up.",
        };
        var empty = new Option<bool>("--empty")
        {
            Description = "Start without the boards and Pins that are otherwise made from the seed.",
        };
        var faults = new Option<double>("--faults")
        {
            Description = "Which part of the requests meets a fault by chance, from 0 to 1.",
            HelpName = "RATE",
        };
        faults.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is < 0 or > 1)
            {
                result.AddError("--faults must be from 0 to 1.");
            }
        });
        var checkReplies = new Option<bool>("--check-replies")
        {
            Description = "Hold each reply against the description; a wrong one becomes a 500.",
        };
        var servesContracts = new Option<bool>("--serve-contracts")
        {
            Description =
                "Answer recorded contracts: take any credential, days of any age and bookmarks that are examples. For a Pact verifier of your own, with --admin.",
        };
        var description = new Option<string?>("--description")
        {
            Description = "Another description: a file or an https address. Default: the pinned one.",
            HelpName = "DESCRIPTION",
        };
        var format = CommonOptions.Format("text", "json");
        var command = new Command(
            "sandbox",
            """
            Serves the description on loopback: boards, sections, Pins, media and search from a state, every other operation made up
            from its schemas, with sign-in, scopes, rate limits, uploads and faults. Stops on Ctrl+C.

            Example: pinterest-openapi sandbox --port 5080 --auto-approve
            """
        )
        {
            port,
            seed,
            access,
            state,
            autoApprove,
            admin,
            empty,
            faults,
            checkReplies,
            servesContracts,
            description,
            format,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var options = new SandboxOptions
                {
                    Port = parsed.GetValue(port),
                    Seed = parsed.GetValue(seed),
                    Access = Enum.Parse<SandboxAccess>(parsed.GetValue(access)!, ignoreCase: true),
                    StateFile = parsed.GetValue(state)?.FullName,
                    ApprovesAtOnce = parsed.GetValue(autoApprove),
                    HasAdmin = parsed.GetValue(admin),
                    Content = parsed.GetValue(empty) ? null : new SandboxContent(),
                    RandomFaultRate = parsed.GetValue(faults),
                    ChecksReplies = parsed.GetValue(checkReplies),
                    ServesContracts = parsed.GetValue(servesContracts),
                    Description = parsed.GetValue(description) is { } source
                        ? await ReadAsync(source, cancellationToken).ConfigureAwait(false)
                        : default,
                };
                await using var sandbox = await StartAsync(options, cancellationToken).ConfigureAwait(false);
                await output.WriteLineAsync(Ready(sandbox, parsed.GetValue(format)!)).ConfigureAwait(false);
                await output.FlushAsync(cancellationToken).ConfigureAwait(false);
                await UntilCancelledAsync(cancellationToken).ConfigureAwait(false);
                await errors.WriteLineAsync("Stopped.").ConfigureAwait(false);
                return ExitCodes.Good;
            }
        );
        return command;
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(string source, CancellationToken cancellationToken)
    {
        var bytes = await DescriptionSource.ReadAsync(source, null, cancellationToken).ConfigureAwait(false);
        return bytes.Length > 0
            ? bytes
            : throw new SpecException(source, "The file is empty.", "Pass an OpenAPI 3.0 description.");
    }

    private static async Task<PinterestSandbox> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await PinterestSandbox.StartAsync(options, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException) when (options.Port > 0 && options.StateFile is null)
        {
            throw new SpecEnvironmentException(
                $"Port {options.Port} is taken or not allowed. Pass another --port, or none for any that is free."
            );
        }
    }

    private static string Ready(PinterestSandbox sandbox, string format) =>
        format == "json"
            ? new JObject
            {
                ["baseAddress"] = sandbox.BaseAddress.ToString(),
                ["authorizeAddress"] = sandbox.AuthorizeAddress.ToString(),
                ["appId"] = sandbox.AppId,
                ["appSecret"] = sandbox.AppSecret,
                ["accessToken"] = sandbox.AccessToken,
            }.ToString(Formatting.None)
            : $"Ready: base address {sandbox.BaseAddress}, app id {sandbox.AppId}, app secret {sandbox.AppSecret}, access token {sandbox.AccessToken}";

    private static async Task UntilCancelledAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The way in which a server is meant to end.
        }
    }
}
