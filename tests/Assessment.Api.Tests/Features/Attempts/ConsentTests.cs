using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Deliveries;
using Assessment.Api.Tests.Features.Studies;
using Assessment.Domain.Instruments;
using Assessment.Domain.People;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Attempts;

/// <summary>The notice, the decision, the waiver, and taking a consent back.</summary>
public sealed class ConsentTests : ApplicationTests
{
    private AssessmentApplicationAgency agency = null!;
    private AssessmentApplicationClass people = null!;
    private Guid form;

    [SetUp]
    public async Task NewClass()
    {
        agency = await Application.NewAgencyAsync();
        people = await agency.ClassAsync(3);
        form = await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A"));
    }

    [Test]
    public async Task The_notice_names_the_studies_that_the_agency_takes_part_in_and_what_is_not_protected()
    {
        var door = await people.OpenAsync("pre", form);
        var alone = await DoorAsync(door.JoinCode);
        alone.Notice.Should().Contain("they serve no study").And.Contain("Not protected:");
        var study = await StudyPlay.DeclareAsync(Application);
        (await study.JoinAsync(agency)).EnsureSuccessStatusCode();
        var joined = await DoorAsync(door.JoinCode);
        joined.Notice.Should().NotBe(alone.Notice).And.Contain("for: ");
        joined.NoticeVersion.Should().NotBe(alone.NoticeVersion);

        var stale = people.Start(door) with { NoticeVersion = alone.NoticeVersion };
        (await Problem.OfAsync(Application.Nobody.PostAsync("/api/attempts", stale))).Code.Should().Be("consent-missing");
        (await AssessmentApplicationAttempt.StartAsync(Application.Nobody, stale with { NoticeVersion = joined.NoticeVersion })).Wave.Should().Be("pre");
    }

    [Test]
    public async Task The_text_that_was_decided_on_is_kept_under_its_version()
    {
        var door = await people.OpenAsync("pre", form);
        var shown = await DoorAsync(door.JoinCode);
        await people.StartAsync(door);
        var kept = await Application.ReadAsync(session => session.Find<string>("SELECT text FROM notice WHERE version = @version", new { version = shown.NoticeVersion }));
        kept.Should().Be(shown.Notice);
    }

    [Test]
    public void The_same_text_has_the_same_version_in_each_language_and_plane()
    {
        string[] versions =
        [
            .. new[] { Plane.Research, Plane.Training }.SelectMany(plane => new[] { "en", "es" }.Select(language => ParticipantNotice.For(plane, ["A"], language).Version)),
        ];
        versions.Should().OnlyHaveUniqueItems();
        ParticipantNotice.For(Plane.Research, ["A"], "es-US").Version.Should().Be(versions[1]);
        ParticipantNotice.For(Plane.Research, ["A"], "fr").Version.Should().Be(versions[0], "what there is no translation of is shown in English");
    }

    [Test]
    public async Task A_waiver_asks_nobody_who_has_not_decided()
    {
        var door = await people.OpenAsync("pre", form);
        await people.StartAsync(door, 0, "refused");
        var officer = await agency.KeyAsync(Role.PrivacyOfficer);
        var address = $"/api/deliveries/{people.Id}/waivers";
        (await officer.PostAsync<WaiveConsent.Answer>(address, new { wave = "pre", reference = "IRB 2026-14" })).Waived.Should().Be(2, "one has refused");
        (await AssessmentApplicationAttempt.StartAsync(Application.Nobody, people.Start(door, 1, consent: null))).Wave.Should().Be("pre");
        (await officer.PostAsync<WaiveConsent.Answer>(address, new { wave = "pre", reference = "IRB 2026-14" })).Waived.Should().Be(0);
        var other = await (await Application.NewAgencyAsync()).KeyAsync(Role.PrivacyOfficer);
        (await Problem.OfAsync(other.PostAsync(address, new { wave = "pre", reference = "IRB 2026-14" }))).Code.Should().Be("not-found");
        (await Problem.OfAsync(officer.PostAsync(address, new { wave = "later", reference = "IRB 2026-14" }))).Code.Should().Be("wave-wrong");
    }

    [Test]
    public async Task A_consent_is_taken_back_with_the_token_even_after_the_test()
    {
        var door = await people.OpenAsync("pre", form);
        await people.TakeAsync(door, 0, right: true);
        (await agency.Admin.PostAsync($"/api/administrations/{door.AdministrationId}/close")).EnsureSuccessStatusCode();
        var body = new { door.JoinCode, people.People[0].Token };
        (await Application.Nobody.PostAsync<WithdrawConsent.Answer>("/api/withdrawals", body)).Withdrawn.Should().Be(1);
        (await Application.Nobody.PostAsync<WithdrawConsent.Answer>("/api/withdrawals", body)).Withdrawn.Should().Be(0);
        (await Problem.OfAsync(Application.Nobody.PostAsync("/api/withdrawals", new { door.JoinCode, token = "0000-0000-0000-0000" }))).Code.Should().Be("token-unknown");
    }

    private Task<OpenDoor.Answer> DoorAsync(string joinCode) => Application.Nobody.PostAsync<OpenDoor.Answer>("/api/doors", new { joinCode });
}
