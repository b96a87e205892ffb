using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Agencies;

/// <summary>
/// Adds a follow-up wave for every agency of the installation. Waves are the operator's: consent, studies and releases join agencies
/// by a wave's code, so one code must mean one occasion everywhere; its window may differ (<see cref="SetWaveWindow"/>).
/// </summary>
internal static class AddWave
{
    /// <param name="Code">follow-up- and lower-case letters, digits and single hyphens, such as follow-up-18m.</param>
    /// <param name="Label">What a table prints.</param>
    /// <param name="FromMonths">First month after the end of training that counts.</param>
    /// <param name="ToMonths">Last month that counts.</param>
    internal sealed record Request(
        [property: Required, StringLength(30), RegularExpression("follow-up(-[a-z0-9]+)+")] string Code,
        [property: Required, StringLength(60, MinimumLength = 2)] string Label,
        [property: Range(1, 60)] int FromMonths,
        [property: Range(1, 60)] int ToMonths);

    internal sealed record Answer(string Code);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/waves", Handle)
        .RequireStaff(Role.Operator).WithTags("Agencies")
        .WithSummary("Adds a follow-up wave with its window, for every agency.");

    [Audited("add.wave")]
    internal static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var wave = new WaveRow { Code = request.Code, Label = request.Label, WindowFromMonths = request.FromMonths, WindowToMonths = request.ToMonths };
        try
        {
            var added = await database.WriteAsync(async session =>
            {
                var store = new WaveStore(session);
                var known = await store.List(staff.AgencyId);
                if (known.All(other => other.Code != wave.Code) && WaveOrder.Fault([.. known, wave]) is { } fault)
                {
                    return fault;
                }

                await store.Add(wave);
                await Audit.RecordAsync(session, staff, "add.wave", null, clock.GetUtcNow(), wave.Code);
                return (Result<Answer>)new Answer(wave.Code);
            }, stop);
            return added.ToCreated(_ => "/api/waves");
        }
        catch (Exception exception) when (Dialect.IsUniqueViolation(exception))
        {
            return Refusals.AlreadyThere.Because("There is a wave with this code.").ToProblem();
        }
    }
}
