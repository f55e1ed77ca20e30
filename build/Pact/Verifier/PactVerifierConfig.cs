using PactNet.Infrastructure.Outputters;

namespace PactNet.Verifier;

/// <summary>What a verification leaves behind.</summary>
public class PactVerifierConfig
{
    /// <summary>
    /// Gets or sets what is kept of the core's log. The first level that is asked for stays for the process.
    /// </summary>
    /// <value>The default is <see cref="PactLogLevel.Information"/>.</value>
    public PactLogLevel LogLevel { get; set; } = PactLogLevel.Information;

    /// <summary>Gets or sets where the report is written, and after a failure the log.</summary>
    /// <value>The default is the console.</value>
    public IEnumerable<IOutput> Outputters { get; set; } = [new ConsoleOutput()];
}
