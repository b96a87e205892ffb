using Assessment.Api.Features.Attempts;
using Assessment.Api.Security;
using Assessment.Domain.Delivery;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Take;

/// <summary>An item to try, then the start. The time of the test runs from the start, not from here.</summary>
[OpenPage("Join code and token, kept sealed on the device, open it.")]
public sealed class PracticeModel : StartingPage
{
    internal ItemView Item => ItemView.Of(PracticeItem.In(Look.Language));

    /// <summary>Whether the trainer starts the test for everybody.</summary>
    public bool Waits => Pass?.Waits ?? false;

    /// <summary>The option chosen; kept nowhere.</summary>
    public string? Value { get; private set; }

    /// <summary>Whether the person tried.</summary>
    public bool Tried { get; private set; }

    public IActionResult OnGet() => Pass is null ? Elsewhere() : Page();

    public async Task<IActionResult> OnPostAsync(string? value, string? go, CancellationToken stop)
    {
        if (Pass is not { } pass) return Elsewhere();
        if (go == "start") return await StartAsync(pass, stop);
        (Value, Tried) = (Item.Options!.Any(option => option.Identifier == value) ? value : null, true);
        return Page();
    }
}
