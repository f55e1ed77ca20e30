using Microsoft.Extensions.Options;

namespace Pinterest.OpenApi;

/// <summary>Names all that is wrong with the options of a registered client.</summary>
internal sealed class PinterestClientRegistrationValidator : IValidateOptions<PinterestClientRegistration>
{
    public ValidateOptionsResult Validate(string? name, PinterestClientRegistration options)
    {
        var problems = options.Options.Problems().ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
