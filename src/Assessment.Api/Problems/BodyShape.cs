using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace Assessment.Api.Problems;

/// <summary>The fields of a record that a request carries, with their rules. Read from its attributes once: that costs more than a save.</summary>
internal sealed class BodyShape
{
    private static readonly ConcurrentDictionary<Type, BodyShape> Known = new();

    private BodyShape(Type type) =>
        Fields = [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => new BodyField(property))];

    public IReadOnlyList<BodyField> Fields { get; }

    public static BodyShape Of(Type type) => Known.GetOrAdd(type, static type => new BodyShape(type));

    /// <summary>A record of a use case: nested in a class of this program, and no caller or service.</summary>
    public static bool IsBody(Type type) => type is { IsNested: true, IsClass: true } && type.Assembly == typeof(BodyShape).Assembly;
}

/// <summary>A field of a body.</summary>
internal sealed class BodyField(PropertyInfo property)
{
    /// <summary>As the body spells it.</summary>
    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    public IReadOnlyList<ValidationAttribute> Rules { get; } = [.. property.GetCustomAttributes<ValidationAttribute>()];

    /// <summary>True when no value of its type holds another field.</summary>
    public bool IsLeaf { get; } = property.PropertyType == typeof(string)
        || property.PropertyType.IsValueType && !property.PropertyType.IsAssignableTo(typeof(IEnumerable));

    public object? Read(object body) => property.GetValue(body);

    /// <summary>Whether the value keeps every rule; a rule that has to see the whole body is left to the validator, so this answers false.</summary>
    public bool Takes(object? value)
    {
        foreach (var rule in Rules)
        {
            if (rule.RequiresValidationContext || !rule.IsValid(value)) return false;
        }

        return true;
    }
}
