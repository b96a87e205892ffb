using Assessment.Api.Features.Attempts;
using Assessment.Api.Security;
using Assessment.Domain.Delivery;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Administrations;

/// <summary>The class sheet of a test: where the class stands, never a person; results by number for certification tests alone.</summary>
[StaffPage(Role.Trainer, Role.AgencyAdmin)]
public sealed class SheetModel : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public Guid DeliveryId { get; set; }

    /// <summary>The sheet; null when it is refused.</summary>
    internal ShowClassSheet.Answer? Shown { get; private set; }

    /// <summary>The occasions of the class that come after this one.</summary>
    public IEnumerable<Wave> Later => Wave.All.Where(wave => wave.Ordinal > Administration.WaveOrdinal);

    public string Meaning(string objective) => Shown!.Meanings.GetValueOrDefault(objective, objective);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await LoadAsync(stop) || Delivery.DeliveryId != DeliveryId) return NotFound();
        var (forms, times) = (Part<FormVersions>(), Part<SheetTimes>());
        if (Took(await ShowClassSheet.Handle(AdministrationId, Staff, Database, forms, times, stop), out ShowClassSheet.Answer shown)) Shown = shown;
        return Page();
    }
}
