using Assessment.Data;
using Assessment.Domain.Instruments;
using Assessment.Domain.People;

namespace Assessment.Api.Features.Attempts;

/// <summary>What a join code opens.</summary>
internal sealed record Door(AdministrationRow Administration, InstrumentRow Instrument)
{
    /// <summary>Research instruments need the participant's decision before the first item.</summary>
    public bool NeedsConsent => Instrument.Plane == "research";

    /// <summary>What the participant reads before deciding.</summary>
    public async Task<ParticipantNotice> NoticeAsync(Session session, string? language) => ParticipantNotice.For(
        NeedsConsent ? Plane.Research : Plane.Training, await new StudyStore(session).TitlesOfMember(Administration.AgencyId), language ?? "en");

    /// <summary>The door of a code as typed; null when it opens none.</summary>
    public static async Task<Door?> FindAsync(Session session, string? typed) =>
        Code.ReadJoinCode(typed) is { } code
        && await new AdministrationStore(session).FindByJoinCode(code) is { } administration
            ? new Door(administration, (await new InstrumentStore(session).Find(administration.InstrumentNo))!)
            : null;
}
