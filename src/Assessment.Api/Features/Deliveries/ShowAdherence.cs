using Assessment.Api.Auditing;
using Assessment.Api.Features.Reports;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Assessment.Reporting.Reports.Grant;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Deliveries;

/// <summary>How far a class followed its curriculum: elements, hours, who taught with which credential, and partners.</summary>
internal static class ShowAdherence
{
    /// <param name="Delivered">full, partial or no.</param>
    /// <param name="Reason">Why not in full; null when it was, or nobody said.</param>
    internal sealed record Judgement(string Delivered, string? Reason);

    /// <param name="Number">Number on the checklist.</param>
    /// <param name="Kind">Kind of the element.</param>
    /// <param name="Topic">Topic of the Act; null for none.</param>
    /// <param name="Meaning">What must happen.</param>
    /// <param name="Trainer">The trainer's judgement; null while there is none.</param>
    /// <param name="Independent">An independent observer's judgement; null while there is none.</param>
    internal sealed record Element(int Number, string Kind, string? Topic, string Meaning, Judgement? Trainer, Judgement? Independent);

    /// <param name="Required">Elements required.</param>
    /// <param name="Delivered">Of these, delivered in full.</param>
    /// <param name="Share">Delivered of required, 0 to 1.</param>
    internal sealed record Counted(int Required, int Delivered, double Share);

    /// <param name="HoursPlanned">Planned length, hours.</param>
    /// <param name="Hours">Length as given, hours; null until known.</param>
    /// <param name="ScenarioMinutesPlanned">Planned minutes in scenario exercises.</param>
    /// <param name="ScenarioMinutes">Minutes in scenario exercises as given; null until known.</param>
    internal sealed record Dose(double HoursPlanned, double? Hours, int ScenarioMinutesPlanned, int? ScenarioMinutes);

    /// <param name="TrainerId">The trainer.</param>
    /// <param name="Name">Name.</param>
    /// <param name="Part">Part played.</param>
    /// <param name="Minutes">Minutes taught.</param>
    /// <param name="Credential">valid, expired, not-yet, none, or not-needed for guests and role players.</param>
    internal sealed record Teacher(Guid TrainerId, string Name, string Part, int Minutes, string Credential);

    internal sealed record Partner(Guid PartnerId, string Name, string Kind, string Part, int Minutes, bool LivedExperience);

    /// <param name="Trainer">The trainer's checklist counted; null while there is none.</param>
    /// <param name="Independent">The independent observer's; null while there is none.</param>
    /// <param name="Elements">Required elements.</param>
    /// <param name="Dose">Hours and scenario minutes.</param>
    /// <param name="Trainers">Who taught.</param>
    internal sealed record Answer(
        Counted? Trainer,
        Counted? Independent,
        IReadOnlyList<Element> Elements,
        Dose Dose,
        IReadOnlyList<Teacher> Trainers)
    {
        /// <summary>Trainers that needed a credential and had none valid on every day of the class.</summary>
        public IReadOnlyList<Guid> WithoutValidCredential { get; } =
            [.. Trainers.Where(teacher => teacher.Credential is not (TrainerCredential.Valid or TrainerCredential.NotNeeded)).Select(teacher => teacher.TrainerId)];

        /// <summary>
        /// What keeps the class from being a certified course (34 U.S.C. 10159(a)): course-not-certified on its last day,
        /// no-trainer recorded, or trainer-without-credential. Empty when it counts as one.
        /// </summary>
        public IReadOnlyList<string> NotCertifiedBecause { get; init; } = [];

        /// <summary>Partners' sessions.</summary>
        public IReadOnlyList<Partner> Partners { get; init; } = [];
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/deliveries/{deliveryId:guid}/adherence", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Deliveries")
        .WithSummary("Shows required and delivered elements of a delivery, hours, trainers without a valid credential, and partners.");

    [NotAudited("The own agency's class and who taught it; no participant's row is read.")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(Guid deliveryId, Staff staff, Database database, CancellationToken stop)
    {
        var shown = await database.ReadAsync(async session => await new DeliveryStore(session).Find(staff.AgencyId, deliveryId) is { } delivery
            ? await ReadAsync(session, delivery)
            : (Result<Answer>)Refusals.NotFound.Because("There is no class with this id."), stop);
        return shown.ToOk();
    }

    private static async Task<Answer> ReadAsync(Session session, DeliveryRow delivery)
    {
        var course = await new CourseStore(session).Find(delivery.CourseNo);
        var required = course.CurriculumNo is { } curriculum ? await new CurriculumStore(session).Elements(curriculum) : [];
        var judged = await new AdherenceStore(session).List(delivery.AgencyId, delivery.DeliveryNo);
        var by = judged.ToDictionary(row => (row.Observer, row.ElementNo), row => new Judgement(row.Delivered, row.Note));
        var elements = required.Select(row => new Element(
            row.ElementNo, row.Kind, row.TopicCode, row.Meaning, by.GetValueOrDefault(("trainer", row.ElementNo)), by.GetValueOrDefault(("independent", row.ElementNo)))).ToList();
        var answer = new Answer(
            Count([.. elements.Select(element => element.Trainer)]),
            Count([.. elements.Select(element => element.Independent)]),
            elements,
            new Dose(course.Minutes / 60.0, delivery.MinutesDelivered / 60.0, course.ScenarioMinutes, delivery.ScenarioMinutes),
            await TeachersAsync(session, delivery));
        var status = CourseFacts.Status(await new CourseStore(session).Certifications(course.CourseNo), delivery.EndsOn);
        return answer with { Partners = await PartnersAsync(session, delivery), NotCertifiedBecause = WhyNot(status, answer) };
    }

    private static List<string> WhyNot(CertificationStatus status, Answer answer)
    {
        var reasons = new List<string>();
        if (status != CertificationStatus.Certified)
        {
            reasons.Add("course-not-certified");
        }

        if (answer.Trainers.All(teacher => teacher.Credential == TrainerCredential.NotNeeded))
        {
            reasons.Add("no-trainer");
        }

        if (answer.WithoutValidCredential.Count > 0)
        {
            reasons.Add("trainer-without-credential");
        }

        return reasons;
    }

    private static Counted? Count(IReadOnlyList<Judgement?> judgements)
    {
        var delivered = judgements.Count(judgement => judgement?.Delivered == "full");
        return judgements.All(judgement => judgement is null) ? null : new Counted(judgements.Count, delivered, (double)delivered / judgements.Count);
    }

    private static async Task<IReadOnlyList<Teacher>> TeachersAsync(Session session, DeliveryRow delivery)
    {
        var store = new TrainerStore(session);
        var trainers = (await store.List(delivery.AgencyId)).ToDictionary(trainer => trainer.TrainerNo);
        var credentials = (await store.Credentials(delivery.AgencyId)).ToLookup(credential => credential.TrainerNo);
        return [.. from part in await store.OfDelivery(delivery.AgencyId, delivery.DeliveryNo)
                   let trainer = trainers[part.TrainerNo]
                   let standing = TrainerCredential.On(delivery.StartsOn, delivery.EndsOn, part.Part, credentials[part.TrainerNo])
                   select new Teacher(trainer.TrainerId, trainer.Name, part.Part, part.Minutes, standing)];
    }

    private static async Task<IReadOnlyList<Partner>> PartnersAsync(Session session, DeliveryRow delivery)
    {
        var store = new PartnerStore(session);
        var partners = (await store.List(delivery.AgencyId)).ToDictionary(partner => partner.PartnerNo);
        return [.. from part in await store.OfDelivery(delivery.AgencyId, delivery.DeliveryNo)
                   let partner = partners[part.PartnerNo]
                   select new Partner(partner.PartnerId, partner.Name, partner.Kind, part.Part, part.Minutes, part.LivedExperience)];
    }
}
