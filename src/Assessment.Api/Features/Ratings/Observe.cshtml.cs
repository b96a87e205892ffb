using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Layout;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Features.Ratings;

/// <summary>A trainer chooses whom to observe in a scenario exercise; the rubric comes next.</summary>
[StaffPage(Role.Trainer)]
public sealed class ObserveModel : UseCasePage
{
    /// <summary>The exercise; null when it cannot be observed now.</summary>
    internal ScenarioRow? Scenario { get; private set; }

    internal IReadOnlyList<Seat> Seats { get; private set; } = [];

    /// <summary>The trainer's own observations in this exercise, by attempt.</summary>
    internal ILookup<Guid?, ListRatingWork.Work> Own { get; private set; } = Array.Empty<ListRatingWork.Work>().ToLookup(one => (Guid?)one.AttemptId);

    /// <summary>Id of the observation that is begun next, so that sending the form twice begins one.</summary>
    public Guid Attempt { get; private set; } = Secret.NewId();

    public bool Found { get; private set; }

    public Task OnGetAsync(Guid administrationId, CancellationToken stop) => ShowAsync(administrationId, stop);

    public async Task<IActionResult> OnPostAsync(Guid administrationId, Guid attempt, int number, CancellationToken stop)
    {
        if (await PersonAsync(administrationId, number, stop) is not { } person)
        {
            Refuse(Refusals.NotFound.Because("There is no such exercise, or nobody with this number in its class."));
        }
        else if (Took(
            await ObserveScenario.Handle(administrationId, new ObserveScenario.Request(attempt, person), Staff, Database, Part<ObservedAttempts>(), Clock, stop),
            out ObserveScenario.Answer begun))
        {
            return LocalRedirect($"{RatingListModel.Address}/{begun.AttemptId}/{begun.Items[0]}");
        }

        await ShowAsync(administrationId, stop);
        return Page();
    }

    private Task<Guid?> PersonAsync(Guid administrationId, int number, CancellationToken stop) => Database.ReadAsync(
        async session => await new AdministrationStore(session).Find(Staff.AgencyId, administrationId) is { } administration
            ? (await new EnrollmentStore(session).List(Staff.AgencyId, administration.DeliveryNo))
                .FirstOrDefault(place => place.Position == number - 1 && place.WithdrawnOn is null)?.ParticipantId
            : null,
        stop);

    private async Task ShowAsync(Guid administrationId, CancellationToken stop)
    {
        var seats = await ShowSeats.Handle(
            administrationId, Staff, Database, Part<Presence>(), Clock, Part<IOptions<AttemptOptions>>(), stop);
        if (seats.Result is not Ok<ShowSeats.Answer> { Value: { } shown })
        {
            Took(seats);
            return;
        }

        (Found, Seats) = (true, shown.Seats);
        Scenario = (await Database.ReadAsync(session => new AdministrationStore(session).Scenarios(Staff.AgencyId, Clock.GetUtcNow()), stop))
            .FirstOrDefault(one => one.AdministrationId == administrationId);
        var work = await ListRatingWork.Handle(Staff, Database, Part<FormVersions>(), Clock, stop);
        if (work.Result is Ok<ListRatingWork.Answer> { Value: { } given }) Own = given.Items.ToLookup(one => (Guid?)one.AttemptId);
    }
}
