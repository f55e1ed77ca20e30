using Microsoft.Extensions.Options;

namespace Pinterest.OpenApi;

/// <summary>Names all that is wrong with the options of a registered client.</summary>
internal sealed class PinterestClientRegistrationValidator : IValidateOptions<PinterestClientRegistration>
{
    public ValidateOptionsResult Validate(string? name, PinterestClientRegistration options)
    {
        var where = string.IsNullOrEmpty(options.Section) ? "" : $" (options of the section '{options.Section}')";
        var problems = options.Problems.Concat(options.Options.Problems().Select(problem => problem + where)).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
