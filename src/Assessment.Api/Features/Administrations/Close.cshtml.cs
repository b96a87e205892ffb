using Assessment.Api.Security;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Administrations;

/// <summary>Asks before a test is closed, and says who is still working.</summary>
[StaffPage(Role.Trainer, Role.AgencyAdmin)]
public sealed class CloseModel : RoomPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken stop) =>
        !await LoadAsync(stop) ? NotFound() : Ended ? LocalRedirect($"/rooms/{AdministrationId}") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadAsync(stop)) return NotFound();
        return Took(await CloseAdministration.Handle(AdministrationId, Staff, Database, Clock, stop)) ? LocalRedirect($"/rooms/{AdministrationId}") : Page();
    }
}
