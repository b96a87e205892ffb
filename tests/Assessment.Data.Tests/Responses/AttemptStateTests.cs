using Assessment.Data.Responses;
using CsCheck;

namespace Assessment.Data.Tests.Responses;

public sealed class AttemptStateTests
{
    private static readonly DateTimeOffset Now = Seed.Now;
    private static readonly AttemptState Open = new();

    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    private static SaveRequest Save(string? value, long revision, string device = "tablet", long seen = 0) => new(1, 1, 1, value, revision, device, Now, seen);

    private static SaveStatus Decide(AttemptState? attempt, StoredAnswer? stored, SaveRequest save) => AttemptState.Decide(attempt, stored, save, Grace).Status;

    [Test]
    public void The_first_answer_is_saved() =>
        AttemptState.Decide(Open, null, Save("b", 1), Grace).Should().Be(new SaveOutcome(SaveStatus.Saved, 1));

    [Test]
    public void A_higher_revision_is_saved_from_a_device_that_has_seen_the_newest_answer()
    {
        Decide(Open, new StoredAnswer("a", 1, "tablet"), Save("b", 2)).Should().Be(SaveStatus.Saved);
        Decide(Open, new StoredAnswer("a", 1, "tablet"), Save("b", 2, "phone", seen: 1)).Should().Be(SaveStatus.Saved);
    }

    [Test]
    public void A_late_repeat_of_the_same_device_is_superseded() =>
        AttemptState.Decide(Open, new StoredAnswer("c", 5, "tablet"), Save("b", 2), Grace).Should().Be(new SaveOutcome(SaveStatus.Superseded, 5));

    [Test]
    public void A_device_that_has_not_seen_the_newest_revision_is_stale()
    {
        Decide(Open, new StoredAnswer("c", 5, "tablet"), Save("b", 5, "phone")).Should().Be(SaveStatus.StaleRevision);
        Decide(Open, new StoredAnswer("c", 5, "tablet"), Save("c", 4, "phone")).Should().Be(SaveStatus.StaleRevision);
        Decide(Open, new StoredAnswer("c", 5, "tablet"), Save("b", 9, "phone", seen: 4)).Should().Be(
            SaveStatus.StaleRevision, "edits that queued on a phone count up without having seen anything");
    }

    [Test]
    public void A_submitted_attempt_takes_no_new_answer() =>
        Decide(Open with { SubmittedAt = Now }, null, Save("b", 1)).Should().Be(SaveStatus.AlreadySubmitted);

    [Test]
    public void Before_the_start_no_answer_is_taken_and_an_end_is_told_first()
    {
        AttemptState.Decide(Open with { Waits = true }, null, Save("b", 1), Grace).Should().Be(new SaveOutcome(SaveStatus.NotStarted, 0));
        Decide(Open with { Waits = true, AdministrationEndsAt = Now - Grace }, null, Save("b", 1)).Should().Be(SaveStatus.AdministrationClosed);
    }

    [Test]
    public void An_exact_repeat_is_saved_even_after_submission_and_closing() =>
        Decide(Open with { SubmittedAt = Now, AdministrationEndsAt = Now.AddDays(-1) }, new StoredAnswer("b", 1, "tablet"), Save("b", 1)).Should().Be(SaveStatus.Saved);

    [Test]
    public void After_the_end_and_the_grace_no_answer_is_taken()
    {
        var end = Now - Grace;
        Decide(Open with { AdministrationEndsAt = end }, null, Save("b", 1)).Should().Be(SaveStatus.AdministrationClosed);
        Decide(Open with { EndsAt = end }, null, Save("b", 1)).Should().Be(SaveStatus.TimeExpired);
        Decide(Open with { AdministrationEndsAt = end.AddMilliseconds(1), EndsAt = end.AddMilliseconds(1) }, null, Save("b", 1)).Should().Be(
            SaveStatus.Saved, "it may have queued on a device without a network");
    }

    [Test]
    public void An_attempt_that_outlives_its_administration_ends_at_its_own_time()
    {
        var reopened = Open with { AdministrationEndsAt = Now.AddDays(-1), Outlives = true, EndsAt = Now.AddMinutes(5) };
        Decide(reopened, null, Save("b", 1)).Should().Be(SaveStatus.Saved);
        Decide(reopened with { EndsAt = Now - Grace }, null, Save("b", 1)).Should().Be(SaveStatus.TimeExpired);
    }

    [Test]
    public void An_attempt_that_the_end_of_time_handed_in_says_so() =>
        Decide(Open with { SubmittedAt = Now, EndedBy = "time" }, null, Save("b", 1)).Should().Be(SaveStatus.TimeExpired);

    [Test]
    public void An_unknown_attempt_is_told() =>
        Decide(null, null, Save("b", 1)).Should().Be(SaveStatus.AttemptUnknown);

    [Test]
    public void Any_order_and_repetition_of_the_saves_of_a_device_ends_in_its_newest_answer() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[0, 7].Array[0, 30]).Sample((count, repeats) =>
        {
            var saves = Enumerable.Range(1, count).Select(revision => Save($"v{revision % 3}", revision)).ToList();
            StoredAnswer? stored = null;
            foreach (var save in repeats.Select(repeat => saves[repeat % count]).Concat(saves.OrderBy(save => save.Value, StringComparer.Ordinal)))
            {
                if (AttemptState.Decide(Open, stored, save, Grace) is { Status: SaveStatus.Saved })
                {
                    stored = new StoredAnswer(save.Value, save.Revision, save.Device);
                }
            }

            return stored == new StoredAnswer($"v{count % 3}", count, "tablet");
        });
}
