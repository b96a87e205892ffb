using Assessment.Api.Features.Classroom;
using Assessment.Api.Security;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Administrations;

/// <summary>What the projector shows: address, QR code, six letters, and a light for each seat. No name, no progress.</summary>
[StaffPage(Role.Trainer, Role.AgencyAdmin)]
public sealed class WallModel : RoomPage
{
    /// <summary>Address to type.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The address with the code behind the hash sign, which browsers keep to themselves, as a QR code.</summary>
    public string Picture { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await LoadAsync(stop)) return NotFound();
        Address = Part<RoomCheck>().AddressOf(Request).Join + "/take";
        Picture = JoinAddress.Svg($"{Address}#{Administration.JoinCode}");
        return Page();
    }
}
