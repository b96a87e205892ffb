using System.Globalization;
using System.Text.Json;
using Assessment.Domain.Delivery;
using Assessment.Interchange;

namespace Assessment.Api.Features.Demo;

/// <summary>Plays a study through the HTTP API, in the order of its dates, as six agencies and their people would.</summary>
internal sealed class DemoRun(ApiClient nobody, StudyFiles study, DemoClock clock, DemoProgress progress)
{
    private const int DevicesAtOnce = 12;
    private const string Test = "dekt", Scale = "confidence", Checklist = "follow-up-checklist";

    private readonly Dictionary<string, Agency> agencies = [];
    private readonly Dictionary<string, Class> classes = [];
    private readonly Dictionary<string, Guid> formIds = [];

    private sealed record Agency(Guid Id, ApiClient Admin, ApiClient Trainer, ApiClient Supervisor);

    private sealed record Class(Guid Id, Agency Agency, CsvLine Row, IReadOnlyList<Enrolled> People);

    private sealed record Enrolled(StudyParticipant Person, Guid ParticipantId, string Token);

    private sealed record Occasion(DateTimeOffset At, Class Class, Wave Wave);

    private sealed record NewAgency(Guid AgencyId, string AdminKey);

    private sealed record NewKey(string Key);

    private sealed record NewForm(Guid FormId);

    private sealed record NewThing(Guid Id);

    private sealed record RosterAnswer(IReadOnlyList<RosterPerson> Participants);

    private sealed record RosterPerson(int Line, Guid ParticipantId, string Token);

    private sealed record Opened(Guid AdministrationId, string JoinCode);
}
