using System.Security.Cryptography;
using Assessment.Api.Features.Layout;
using Assessment.Api.Features.Ratings;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Raters;

/// <summary>An administrator's raters, and what is given to them to rate.</summary>
[StaffPage(Role.AgencyAdmin)]
public sealed class RatersModel : UseCasePage
{
    /// <summary>Account of the rater to be; null when ratings are entered for the rater.</summary>
    [BindProperty]
    public int? Account { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Label { get; set; }

    /// <summary>The administration whose responses are given.</summary>
    [BindProperty]
    public Guid Test { get; set; }

    /// <summary>Who takes turns.</summary>
    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    /// <summary>Of a hundred attempts, how many a second rater judges too.</summary>
    [BindProperty]
    public double Percent { get; set; } = 20;

    /// <summary>What was done.</summary>
    public string? Done { get; private set; }

    public IReadOnlyList<RaterRow> Raters { get; private set; } = [];

    public IReadOnlyList<RateableTestRow> Tests { get; private set; } = [];

    /// <summary>Accounts that rate and are no rater's yet.</summary>
    public IReadOnlyList<AccountRow> Accounts { get; private set; } = [];

    public Task OnGetAsync(CancellationToken stop) => ListAsync(stop);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken stop)
    {
        await ListAsync(stop);
        var label = Accounts.FirstOrDefault(account => account.KeyNo == Account)?.Label ?? Label?.Trim() ?? "";
        var request = new AddRater.Request(Kind ?? "", label, Account);
        ModelState.Clear();
        if (Keeps(request) && Took(await AddRater.Handle(request, Staff, Database, Clock, stop)))
        {
            Done = Text["{0} is a rater now.", label];
            (Account, Label) = (null, null);
            await ListAsync(stop);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostGiveAsync(CancellationToken stop)
    {
        var request = new AssignRatings.Request(Chosen, Percent / 100, RandomNumberGenerator.GetInt32(int.MaxValue));
        ModelState.Clear();
        if (Chosen.Count == 0)
        {
            ModelState.AddModelError(nameof(Chosen), Text["Choose one rater or more."]);
        }
        else if (Percent is not (>= 0 and <= 100))
        {
            ModelState.AddModelError(nameof(Percent), Text["A number from 0 to 100."]);
        }
        else if (Took(await AssignRatings.Handle(Test, request, Staff, Database, Clock, stop), out AssignRatings.Answer given))
        {
            Done = Text["Given now: {0} to a first rater, {1} to a second.", given.Assigned, given.DoubleRated];
        }

        await ListAsync(stop);
        return Page();
    }

    private Task<bool> ListAsync(CancellationToken stop) => Database.ReadAsync(
        async session =>
        {
            Raters = await new RaterStore(session).List(Staff.AgencyId);
            Tests = await new AssignmentStore(session).RateableTests(Staff.AgencyId);
            var taken = Raters.Select(rater => rater.KeyNo).ToHashSet();
            Accounts =
            [
                .. (await new AccountStore(session).List(Staff.AgencyId)).Where(account =>
                    account.RevokedAt is null && account.Role is Role.Trainer or Role.Supervisor or Role.Evaluator && !taken.Contains(account.KeyNo)),
            ];
            return true;
        },
        stop);
}
