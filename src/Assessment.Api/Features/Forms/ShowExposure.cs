using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Forms;

/// <summary>How often each item of an instrument was shown in the agency: an item that everybody knows measures nothing.</summary>
internal static class ShowExposure
{
    /// <param name="Item">Identifier of the item.</param>
    /// <param name="Attempts">Attempts on forms that hold it.</param>
    /// <param name="Classes">Classes that have met it.</param>
    internal sealed record Line(string Item, int Attempts, int Classes);

    internal sealed record Answer(IReadOnlyList<Line> Items);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/forms/{formId:guid}/exposure", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Forms")
        .WithSummary("Counts how often each item of the form's instrument was shown in this agency.");

    [NotAudited("Counts of items shown; no person's row is read.")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(Guid formId, Staff staff, Database database, CancellationToken stop)
    {
        var shown = await database.ReadAsync(async session =>
        {
            if (await new FormStore(session).FindVisible(staff.AgencyId, formId) is not { } form)
            {
                return Refusals.NotFound.Because("There is no form with this id that this agency may give.");
            }

            var rows = await new ExposureQueries(session).OfInstrument(staff.AgencyId, form.InstrumentNo);
            return (Result<Answer>)new Answer(rows.Select(row => new Line(row.Identifier, row.Attempts, row.Deliveries)).ToList());
        }, stop);
        return shown.ToOk();
    }
}
