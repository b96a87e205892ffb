using Assessment.Api.Features.Raters;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain.People;

namespace Assessment.Api.Features.FollowUps;

/// <summary>About whom: an evaluator knows the study code and nothing else, others never know it.</summary>
/// <param name="Number">Place on the roster, from 1.</param>
/// <param name="ParticipantId">The participant.</param>
/// <param name="Name">As on the roster; null when the roster came without names.</param>
/// <param name="StudyCode">The code, for evaluators.</param>
internal sealed record Who(int? Number, Guid? ParticipantId, string? Name, string? StudyCode);

/// <summary>A checklist that the calling rater recorded and that stands.</summary>
/// <param name="FollowUpId">The checklist.</param>
/// <param name="DeliveryId">The class.</param>
/// <param name="Title">What staff call the class.</param>
/// <param name="Wave">The wave.</param>
/// <param name="Source">supervisor, recording or records.</param>
/// <param name="Who">About whom.</param>
/// <param name="EnteredOn">Day of the entry, UTC.</param>
/// <param name="CorrectUntil">Last day on which it may be corrected, UTC.</param>
internal sealed record OwnFollowUp(
    Guid FollowUpId, Guid DeliveryId, string Title, string Wave, string Source, Who Who, DateOnly EnteredOn, DateOnly CorrectUntil)
{
    public static OwnFollowUp Of(OwnFollowUpRow row, Who who)
    {
        var entered = DateOnly.FromDateTime(row.EnteredAt.UtcDateTime);
        return new OwnFollowUp(row.FollowUpId, row.DeliveryId, row.Title, row.Wave, row.Source, who, entered, entered.AddDays(Correction.Days));
    }
}

/// <summary>Says about whom a row is, as far as the caller may know. Names are read once per class.</summary>
internal sealed class Acquaintance(Session session, Staff staff)
{
    private readonly Dictionary<int, Dictionary<int, string>> names = [];

    public async Task<Who> WithAsync(int deliveryNo, int participantNo, int position, Guid participantId, string studyCode)
    {
        if (staff.Role == Role.Evaluator) return new Who(null, null, null, studyCode);
        if (!names.TryGetValue(deliveryNo, out var known))
        {
            known = (await new IdentityStore(session).Roster(staff.AgencyId, deliveryNo)).ToDictionary(row => row.ParticipantNo, row => row.Name);
            names[deliveryNo] = known;
        }

        return new Who(position + 1, participantId, known.GetValueOrDefault(participantNo), null);
    }

    public Task<Who> WithAsync(OwnFollowUpRow row) => WithAsync(row.DeliveryNo, row.ParticipantNo, row.Position, row.ParticipantId, row.StudyCode);
}
