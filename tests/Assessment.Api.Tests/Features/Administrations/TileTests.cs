using Assessment.Api.Features.Administrations;
using Assessment.Api.Tests.Features.Layout;
using Assessment.Data;

namespace Assessment.Api.Tests.Features.Administrations;

/// <summary>Seats in words, and what is proposed for a wave.</summary>
public class TileTests
{
    private static readonly TimeZoneInfo Ohio = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 14, 0, 0, TimeSpan.Zero);

    private static readonly SeatRow Row = new() { Position = 4, AttemptId = Guid.NewGuid(), Items = 20, StartedAt = Start, TestStartedAt = Start };

    [Test]
    public void Nobody_has_joined() => Of(new SeatRow { Position = 4 }, 0).Should().Be(new Tile(5, "not-joined", "–", "Not joined", "", ""));

    [Test]
    public void Somebody_works_and_has_answered() =>
        Of(Row with { Answered = 7, SavedAt = Start.AddMinutes(9).ToUnixTimeMilliseconds() }, 10)
            .Should().Be(new Tile(5, "working", "▸", "Working", "7 of 20 answered", ""));

    [Test]
    public void The_end_of_the_own_time_is_told_in_the_agencys_zone()
    {
        var tile = Of(Row with { EndsAt = Start.AddMinutes(30) }, 1);
        (tile.Detail, tile.Ends).Should().Be(("0 of 20 answered, until 09:30", "2026-03-02T14:30:00.0000000+00:00"));
    }

    [TestCase(12, "working"), TestCase(13, "silent")]
    public void Three_minutes_after_the_last_answer_a_device_counts_as_silent(int minutes, string state)
    {
        var tile = Of(Row with { Answered = 7, SavedAt = Start.AddMinutes(9.5).ToUnixTimeMilliseconds() }, minutes);
        tile.State.Should().Be(state);
        if (state == "silent") tile.Word.Should().Be("Offline or idle since 09:09");
    }

    [Test]
    public void Who_never_answered_is_silent_since_the_beginning() => Of(Row, 5).Word.Should().Be("Offline or idle since 09:00");

    [TestCase(15, "working"), TestCase(16, "silent")]
    public void The_later_of_answer_and_sign_of_life_decides_and_a_page_that_spoke_is_away(int minutes, string state)
    {
        var row = Row with { Answered = 7, SavedAt = Start.AddMinutes(9).ToUnixTimeMilliseconds() };
        var tile = Tile.Of(Seat.Of(row, Start.AddMinutes(minutes - 3), Start.AddMinutes(12.5)), Ohio, Words.Texts);
        tile.State.Should().Be(state);
        if (state == "silent") tile.Word.Should().Be("Away or offline since 09:12");
        Tile.Of(Seat.Of(row, Start.AddMinutes(10), Start.AddMinutes(5)), Ohio, Words.Texts).Word.Should().Be("Away or offline since 09:09", "the answer came later");
    }

    [Test]
    public void Who_waits_for_the_start_has_joined_and_is_not_silent() =>
        Of(Row with { TestStartedAt = null }, 60).Should().Be(new Tile(5, "working", "○", "Joined", "", ""));

    [Test]
    public void Who_waited_is_silent_since_the_start_at_the_earliest() =>
        Of(Row with { TestStartedAt = Start.AddMinutes(20) }, 25).Word.Should().Be("Offline or idle since 09:20");

    [Test]
    public void A_reopened_attempt_is_not_silent_before_it_was_handed_in() =>
        Of(Row with { SubmittedAt = Start.AddMinutes(1), EndedBy = "participant" }, 60).Should().Be(new Tile(5, "submitted", "✓", "Done", "", ""));

    [Test]
    public void Handed_in_by_the_end_of_time_is_told_apart() =>
        Of(Row with { Answered = 3, SubmittedAt = Start.AddMinutes(1), EndedBy = "time" }, 60).State.Should().Be("time-up");

    [Test]
    public void The_summary_counts_who_joined_and_who_is_done() =>
        Tile.Summary([Seat.Of(Row, Start), Seat.Of(new SeatRow(), Start), Seat.Of(Row with { SubmittedAt = Start }, Start)], Words.Texts).Should().Be("2 of 3 joined, 1 done.");

    [Test]
    public void A_tile_speaks_the_language_of_its_page() =>
        Words.InSpanish(() => Of(Row with { Answered = 7, EndsAt = Start.AddMinutes(30) }, 1)).Detail.Should().Be("7 de 20 contestadas, hasta las 09:30");

    [Test]
    public void What_the_class_took_before_is_proposed_again_then_the_curriculums_own_then_the_agencys()
    {
        var (shared, own, curriculum, scale) = (Instrument(1, owner: 9), Instrument(2, owner: 1), Instrument(3, owner: 9, curriculum: 5), Instrument(4, owner: 1, kind: "scale"));
        var published = new[] { shared, own, curriculum, scale, Instrument(5, kind: "rubric") }.Select(one => (one, Forms("A", "B"))).ToList();
        Numbers(FormProposal.For(published, [], "pre", 1, 5)).Should().Equal(3, 2, 4, 1);
        Numbers(FormProposal.For(published, [], "pre", 1, null)).Should().Equal(2, 4, 1, 3);
        Numbers(FormProposal.For(published, [new AdministrationRow { InstrumentNo = 4, Wave = "pre" }], "post", 1, 5)).Should().Equal(4, 3, 2, 1);
        Numbers(FormProposal.For(published, [new AdministrationRow { InstrumentNo = 4, Wave = "pre" }], "pre", 1, 5)).Should().Equal(3, 2, 1);
    }

    [Test]
    public void Forms_of_two_languages_are_two_proposals_and_a_bank_is_offered_but_not_proposed()
    {
        IReadOnlyList<FormVersionRow> forms = [.. Forms("A", "B", "bank"), new FormVersionRow { Edition = "A", Language = "es" }];
        var proposals = FormProposal.For([(Instrument(1), forms)], [], "pre", 1, null);
        proposals.Select(one => one.Language).Should().Equal("en", "es");
        proposals[0].Forms.Where(proposals[0].Proposes).Select(form => form.Edition).Should().Equal("A", "B");
        var bank = new FormProposal(Instrument(1), "en", Forms("bank"));
        bank.Proposes(bank.Forms[0]).Should().BeTrue("there is no other form");
    }

    private static Tile Of(SeatRow row, double minutes) => Tile.Of(Seat.Of(row, Start.AddMinutes(minutes - 3)), Ohio, Words.Texts);

    private static InstrumentRow Instrument(int number, int owner = 1, int? curriculum = null, string kind = "knowledge-test") =>
        new() { InstrumentNo = number, OwnerAgencyId = owner, CurriculumNo = curriculum, Kind = kind };

    private static IReadOnlyList<FormVersionRow> Forms(params string[] editions) => [.. editions.Select(edition => new FormVersionRow { Edition = edition, Language = "en" })];

    private static IEnumerable<int> Numbers(IEnumerable<FormProposal> proposals) => proposals.Select(one => one.Instrument.InstrumentNo);
}
