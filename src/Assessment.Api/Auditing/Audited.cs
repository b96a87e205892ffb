namespace Assessment.Api.Auditing;

/// <summary>The endpoint writes an audit entry of this action in its business transaction.</summary>
/// <param name="action">Verb and noun, such as "open.administration".</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AuditedAttribute(string action) : Attribute
{
    public string Action { get; } = action;
}

/// <summary>The endpoint writes no audit entry, and why that is right.</summary>
/// <param name="why">One sentence.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NotAuditedAttribute(string why) : Attribute
{
    public string Why { get; } = why;
}
