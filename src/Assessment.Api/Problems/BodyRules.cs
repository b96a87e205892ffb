using System.Collections;
using System.ComponentModel.DataAnnotations;

namespace Assessment.Api.Problems;

/// <summary>
/// Holds each body against the attributes of its record, lists and records in it too, and answers 400 with every field that
/// breaks a rule. The framework's own validation looks at public types only; the requests here are internal to their use case.
/// </summary>
internal static class BodyRules
{
    /// <summary>PostgreSQL keeps no U+0000 in text, so no body may bring one to either engine.</summary>
    private const string NoText = "The character U+0000 cannot be kept.";

    /// <summary>The filter of one endpoint. Which arguments are bodies its handler tells, once; without one there is no filter.</summary>
    public static EndpointFilterDelegate Filter(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        int[] bodies = [.. context.MethodInfo.GetParameters().Where(parameter => BodyShape.IsBody(parameter.ParameterType)).Select(parameter => parameter.Position)];
        return bodies.Length == 0 ? next : request => Check(request, bodies, next);
    }

    /// <summary>Fields of a body that break a rule with what is wrong; null when none does. For pages, which have no filter.</summary>
    public static IReadOnlyDictionary<string, string[]>? Faults(object body)
    {
        Dictionary<string, string[]>? errors = null;
        Check(body, "", ref errors);
        return errors;
    }

    private static ValueTask<object?> Check(EndpointFilterInvocationContext request, int[] bodies, EndpointFilterDelegate next)
    {
        Dictionary<string, string[]>? errors = null;
        foreach (var position in bodies)
        {
            if (request.Arguments[position] is { } body) Check(body, "", ref errors);
        }

        return errors is null ? next(request) : ValueTask.FromResult<object?>(TypedResults.ValidationProblem(errors));
    }

    private static void Check(object body, string path, ref Dictionary<string, string[]>? errors)
    {
        foreach (var field in BodyShape.Of(body.GetType()).Fields)
        {
            var value = field.Read(body);
            if (!field.Takes(value))
            {
                var place = path + field.Name;
                var results = new List<ValidationResult>();
                Validator.TryValidateValue(value!, new ValidationContext(body) { MemberName = place, DisplayName = place }, results, field.Rules);
                if (results.Count > 0) (errors ??= [])[place] = [.. results.Select(result => result.ErrorMessage!)];
            }

            if (HoldsNul(value)) (errors ??= [])[path + field.Name] = [NoText];
            if (!field.IsLeaf) Descend(value, path + field.Name, ref errors);
        }
    }

    private static bool HoldsNul(object? value) => value is string text && text.Contains('\0', StringComparison.Ordinal);

    private static void Descend(object? value, string place, ref Dictionary<string, string[]>? errors)
    {
        switch (value)
        {
            case null or string:
                break;
            case IEnumerable list:
                var i = 0;
                foreach (var one in list)
                {
                    if (one is null)
                    {
                        (errors ??= [])[$"{place}[{i}]"] = ["A value is expected."];
                    }
                    else if (HoldsNul(one))
                    {
                        (errors ??= [])[$"{place}[{i}]"] = [NoText];
                    }
                    else if (BodyShape.IsBody(one.GetType()))
                    {
                        Check(one, $"{place}[{i}].", ref errors);
                    }

                    i++;
                }

                break;
            default:
                if (BodyShape.IsBody(value.GetType()))
                {
                    Check(value, place + ".", ref errors);
                }

                break;
        }
    }
}
