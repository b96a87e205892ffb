using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Ratings;
using Assessment.Data;
using Assessment.Data.Responses;
using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;

namespace Assessment.Api.Features.Bundles;

/// <summary>An attempt with its answers, in force and in the log, as one database has it; in the numbers of here.</summary>
internal sealed record AttemptSide(AttemptRow Attempt, IReadOnlyList<CarriedAnswerRow> Answers, IReadOnlyList<CarriedAnswerRow> Events)
{
    private readonly Lazy<HashSet<(int Item, long Revision, string Device)>> seen =
        new(() => [.. Events.Select(row => (row.ItemNo, row.Revision, row.Device))]);

    public bool HasSeen(CarriedAnswerRow answer) => seen.Value.Contains((answer.ItemNo, answer.Revision, answer.Device));

    public HashSet<(long Revision, string Device)> SeenOf(int itemNo) =>
        [.. Events.Where(row => row.ItemNo == itemNo).Select(row => (row.Revision, row.Device))];

    /// <summary>Nothing was answered elsewhere that this side has not seen.</summary>
    public bool HasSeenAll(AttemptSide other) => other.Events.All(HasSeen);
}

/// <summary>
/// Brings attempts home. A new one is added as it is. One that both sides have is merged answer by answer
/// (<see cref="AnswerMerge"/>): nothing is overwritten that the box had not seen, every answer is in the log afterwards, and
/// what was not put in force is named. Whatever was handed in is scored here, by the path of handing in.
/// </summary>
internal sealed class AttemptMerge(Session session, ClassNumbers numbers, FormVersions forms, MergeTally tally, CancellationToken stop)
{
    private readonly CarriedClassStore store = new(session);
    private readonly int agencyId = numbers.Delivery.AgencyId, deliveryNo = numbers.Delivery.DeliveryNo;
    private readonly HashSet<(int Administration, int Participant, int Ordinal)> goes = [];

    /// <summary>The attempts as they are here now, by their numbers there; those that were not taken are absent.</summary>
    public async Task<IReadOnlyDictionary<int, AttemptRow>> RunAsync(CarriedClass carried, MaterialNumbers material)
    {
        var (answers, events) = (carried.Answers.ToLookup(row => row.AttemptNo), carried.Events.ToLookup(row => row.AttemptNo));
        var merged = new Dictionary<int, AttemptRow>();
        var known = await KnownAsync(carried);
        foreach (var attempt in carried.Attempts)
        {
            var where = $"attempt {attempt.AttemptId}";
            if (Here(attempt, material, where) is not { } mapped)
            {
                continue;
            }

            var there = new AttemptSide(mapped, [.. answers[attempt.AttemptNo]], [.. events[attempt.AttemptNo]]);
            if (!await FitsAsync(there, where))
            {
                continue;
            }

            var here = known.GetValueOrDefault(attempt.AttemptId);
            merged[attempt.AttemptNo] = here is null ? await AddAsync(there, where) : await MergeAsync(here, there, where);
        }

        return merged;
    }

    /// <summary>Names the attempts that the box scored otherwise; after the ratings are in, which scores follow.</summary>
    public async Task CompareAsync(CarriedClass carried, IReadOnlyDictionary<int, AttemptRow> attempts)
    {
        var sheets = carried.Sheets.ToLookup(row => row.AttemptNo);
        foreach (var there in carried.Attempts)
        {
            if (there.SubmittedAt is null || attempts.GetValueOrDefault(there.AttemptNo) is not { } here || here.Receipt != there.Receipt)
            {
                continue;
            }

            var sheet = await new ScoreSheetStore(session).Find(agencyId, here.AttemptNo);
            if (sheets[there.AttemptNo].ToList() is not [var box] || sheet?.Points != box.Points || !sheet.Scores.AsSpan().SequenceEqual(box.Scores))
            {
                tally.Remark($"attempt {there.AttemptId}", "The box's score is another one; the one computed here is kept.");
            }
        }
    }

    /// <summary>The attempts of the bundle that are here already, held so that no device saves to them meanwhile.</summary>
    private async Task<Dictionary<Guid, AttemptSide>> KnownAsync(CarriedClass carried)
    {
        var ids = carried.Attempts.Select(row => row.AttemptId).ToHashSet();
        var common = (await store.Attempts(agencyId, deliveryNo)).Where(row => ids.Contains(row.AttemptId)).Select(row => row.AttemptNo).ToList();
        await store.Hold(agencyId, common);
        var all = await store.Attempts(agencyId, deliveryNo);
        goes.UnionWith(all.Select(row => (row.AdministrationNo, row.ParticipantNo, row.Ordinal)));
        if (common.Count == 0)
        {
            return [];
        }

        var answers = (await store.Answers(agencyId, deliveryNo)).ToLookup(row => row.AttemptNo);
        var events = (await store.Events(agencyId, deliveryNo)).ToLookup(row => row.AttemptNo);
        return all.Where(row => ids.Contains(row.AttemptId))
            .ToDictionary(row => row.AttemptId, row => new AttemptSide(row, [.. answers[row.AttemptNo]], [.. events[row.AttemptNo]]));
    }

    /// <summary>The attempt in the numbers of here; null when something is not here, or the person left for good.</summary>
    private AttemptRow? Here(AttemptRow attempt, MaterialNumbers material, string where)
    {
        var person = tally.Find(numbers.People, attempt.ParticipantNo, where, "a participant");
        var administration = tally.Find(numbers.Administrations, attempt.AdministrationNo, where, "an administration");
        var form = tally.Find(material.Forms, attempt.FormVersionNo, where, "a form");
        if (person is null || administration is null || form is null)
        {
            return null;
        }

        if (!administration.Forms.Contains(form.FormVersionNo))
        {
            tally.Fault(where, "Its form is none of the administration's here.");
            return null;
        }

        if (attempt.SubmittedAt is null != attempt.Receipt is null || attempt.SubmittedAt is null != attempt.EndedBy is null)
        {
            tally.Fault(where, "A hand-in has a time, a receipt and somebody who did it.");
            return null;
        }

        if (person.WithdrawnAt is not null)
        {
            tally.Remark($"participant {person.ParticipantId}", "The person has left for good; what was answered is not brought back.");
            return null;
        }

        return attempt with
        {
            AgencyId = agencyId, DeliveryNo = deliveryNo, ParticipantNo = person.ParticipantNo,
            AdministrationNo = administration.Row.AdministrationNo, FormVersionNo = form.FormVersionNo,
        };
    }

    /// <summary>Whether each answer is one that its item takes, in its stored spelling.</summary>
    private async Task<bool> FitsAsync(AttemptSide there, string where)
    {
        var items = (await forms.FindAsync(there.Attempt.FormVersionNo, stop)).Form.Items;
        var wrong = there.Answers.Concat(there.Events).FirstOrDefault(row => !Fits(items, row));
        if (wrong is not null)
        {
            tally.Fault($"{where}, item {wrong.ItemNo}", "The form has no such item, or the item takes no such answer.");
        }

        return wrong is null;
    }

    private static bool Fits(IReadOnlyList<Item> items, CarriedAnswerRow row) => row.ItemNo > 0 && row.ItemNo <= items.Count
        && (row.Value is not { } value
            || ItemResponse.Read(items[row.ItemNo - 1], ItemResponse.Values(items[row.ItemNo - 1], value)) is { IsRefused: false } read && read.Value == value);

    private async Task<AttemptRow> AddAsync(AttemptSide there, string where)
    {
        var row = there.Attempt;
        while (!goes.Add((row.AdministrationNo, row.ParticipantNo, row.Ordinal)))
        {
            row = row with { Ordinal = row.Ordinal + 1 };
        }

        if (row.Ordinal != there.Attempt.Ordinal)
        {
            tally.Remark(where, $"The person took this test here too; it is kept as go {row.Ordinal}, and analyses read the first.");
        }

        row = row with { AttemptNo = await store.AddAttempt(row) };
        await store.PutAnswers(agencyId, there.Answers.Select(answer => answer with { AttemptNo = row.AttemptNo }));
        await store.AddEvents(agencyId, there.Events.Select(answer => answer with { AttemptNo = row.AttemptNo }));
        tally.Added("attempt");
        tally.Added("answer", there.Answers.Count);
        tally.Added("event", there.Events.Count);
        await ScoreAsync(row);
        return row;
    }

    private async Task<AttemptRow> MergeAsync(AttemptSide here, AttemptSide there, string where)
    {
        var fresh = there.Events.Where(row => !here.HasSeen(row)).Select(row => row with { AttemptNo = here.Attempt.AttemptNo }).ToList();
        await store.AddEvents(agencyId, fresh);
        tally.Added("event", fresh.Count);
        tally.There("event", there.Events.Count - fresh.Count);

        var state = HandIn.Merge(here.Attempt, there.Attempt, boxSawAll: there.HasSeenAll(here));
        var stands = here.Attempt.SubmittedAt is not null && state.Receipt == here.Attempt.Receipt;
        if (stands && there.Attempt.Receipt is { } other && other != state.Receipt)
        {
            tally.Remark(where, "It was handed in on both sides; the receipt given here stands.");
        }

        var taken = Taken(here, there, stands, where);
        await store.PutAnswers(agencyId, taken);
        if (state != here.Attempt)
        {
            await store.SetState(state);
        }

        if (taken.Count > 0 || state != here.Attempt)
        {
            tally.Changed("attempt");
            await ScoreAsync(state);
        }
        else
        {
            tally.There("attempt");
        }

        return state;
    }

    /// <summary>The answers of the box that are in force here from now on; what is not is named.</summary>
    private List<CarriedAnswerRow> Taken(AttemptSide here, AttemptSide there, bool stands, string where)
    {
        var inForce = here.Answers.ToDictionary(row => row.ItemNo);
        var taken = new List<CarriedAnswerRow>();
        foreach (var answer in there.Answers)
        {
            var place = $"{where}, item {answer.ItemNo}";
            switch (AnswerMerge.Decide(inForce.GetValueOrDefault(answer.ItemNo), here.SeenOf(answer.ItemNo), answer, there.SeenOf(answer.ItemNo)))
            {
                case MergeOutcome.Known:
                    tally.There("answer");
                    break;
                case MergeOutcome.Stale:
                    tally.Remark(place, "Another device has given an answer here that the box had not seen; it stands, the box's is kept in the log.");
                    break;
                case MergeOutcome.Taken when stands:
                    tally.Remark(place, "The attempt was handed in here before; the answer is kept in the log.");
                    break;
                default:
                    taken.Add(answer with { AttemptNo = here.Attempt.AttemptNo });
                    tally.Added("answer");
                    break;
            }
        }

        return taken;
    }

    /// <summary>Scores an attempt that was handed in, as handing in does: with the keys that hold here.</summary>
    private async Task ScoreAsync(AttemptRow attempt)
    {
        if (attempt.SubmittedAt is null)
        {
            return;
        }

        var form = await forms.FindAsync(attempt.FormVersionNo, stop);
        var answers = (await new AttemptStore(session).Responses(agencyId, attempt.AttemptNo))
            .Where(row => row.Value is not null).ToDictionary(row => row.ItemNo, row => row.Value!);
        var scored = SubmitAttempt.Score(form.With(await new ItemKeyStore(session).HeldForScoring(attempt.FormVersionNo)), answers);
        await new ScoreSheetStore(session).Put(new ScoreSheetRow
        {
            AgencyId = agencyId,
            AttemptNo = attempt.AttemptNo,
            FormVersionNo = attempt.FormVersionNo,
            DeliveryNo = deliveryNo,
            ParticipantNo = attempt.ParticipantNo,
            WaveOrdinal = numbers.Administrations.Values.First(one => one.Row.AdministrationNo == attempt.AdministrationNo).Row.WaveOrdinal,
            AttemptOrdinal = attempt.Ordinal,
            Points = scored.Points,
            Scores = scored.Scores,
        });
        if (form.Form.Items.Any(item => item is ConstructedResponse))
        {
            await RatedSheet.PutAsync(session, form, agencyId, attempt.AttemptNo);
        }
    }
}
