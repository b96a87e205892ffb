using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace Assessment.Api.Problems;

/// <summary>
/// Holds each body against the attributes of its record, lists and records in it too, and answers 400 with every field that
/// breaks a rule. The framework's own validation looks at public types only; the requests here are internal to their use case.
/// </summary>
internal sealed class BodyRules : IEndpointFilter
{
    /// <summary>PostgreSQL keeps no U+0000 in text, so no body may bring one to either engine.</summary>
    private const string NoText = "The character U+0000 cannot be kept.";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var errors = new Dictionary<string, string[]>();
        foreach (var argument in context.Arguments.Where(argument => argument is not null && IsBody(argument.GetType())))
        {
            Check(argument!, "", errors);
        }

        return errors.Count > 0 ? TypedResults.ValidationProblem(errors) : await next(context);
    }

    /// <summary>A record of a use case: nested in a class of this program, and no caller or service.</summary>
    private static bool IsBody(Type type) => type.Assembly == typeof(BodyRules).Assembly && type is { IsNested: true, IsClass: true };

    private static void Check(object body, string path, Dictionary<string, string[]> errors)
    {
        foreach (var property in body.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            var place = path + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var value = property.GetValue(body);
            var results = new List<ValidationResult>();
            var rules = property.GetCustomAttributes<ValidationAttribute>();
            if (!Validator.TryValidateValue(value!, new ValidationContext(body) { MemberName = place, DisplayName = place }, results, rules))
            {
                errors[place] = [.. results.Select(result => result.ErrorMessage!)];
            }

            if (value is string text && text.Contains('\0', StringComparison.Ordinal))
            {
                errors[place] = [NoText];
            }

            Descend(value, place, errors);
        }
    }

    private static void Descend(object? value, string place, Dictionary<string, string[]> errors)
    {
        switch (value)
        {
            case null or string:
                break;
            case IEnumerable list:
                var i = 0;
                foreach (var one in list)
                {
                    var at = $"{place}[{i++}]";
                    if (one is null)
                    {
                        errors[at] = ["A value is expected."];
                    }
                    else if (one is string text && text.Contains('\0', StringComparison.Ordinal))
                    {
                        errors[at] = [NoText];
                    }
                    else if (IsBody(one.GetType()))
                    {
                        Check(one, at + ".", errors);
                    }
                }

                break;
            default:
                if (IsBody(value.GetType()))
                {
                    Check(value, place + ".", errors);
                }

                break;
        }
    }
}
