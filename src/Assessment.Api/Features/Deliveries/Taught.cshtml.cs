using Assessment.Api.Features.Layout;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Deliveries;

/// <summary>What a class was given: its minutes, and the trainer's checklist of the curriculum's elements.</summary>
[StaffPage(Role.Trainer, Role.AgencyAdmin)]
public sealed class TaughtModel : UseCasePage
{
    /// <summary>A line of the checklist as sent.</summary>
    public sealed class Line
    {
        public int Number { get; set; }

        public string? Delivered { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid DeliveryId { get; set; }

    [BindProperty]
    public int? Minutes { get; set; }

    [BindProperty]
    public int? ScenarioMinutes { get; set; }

    [BindProperty]
    public IReadOnlyList<Line> Lines { get; set; } = [];

    /// <summary>Why what stands is wrong; needed when something stands.</summary>
    [BindProperty]
    public string? Correction { get; set; }

    public DeliveryRow Delivery { get; private set; } = null!;

    internal ShowAdherence.Answer Adherence { get; private set; } = null!;

    /// <summary>What was saved, in words.</summary>
    public string? Done { get; private set; }

    /// <summary>Whether the trainer's checklist stands.</summary>
    public bool Judged => Adherence.Trainer is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMinutesAsync(CancellationToken stop)
    {
        var request = new RecordMinutes.Request(Minutes ?? -1, ScenarioMinutes ?? 0, null, Typed(Correction));
        if (Keeps(request) && Took(await RecordMinutes.Handle(DeliveryId, request, Staff, Database, Clock, stop))) Done = Text["The minutes are saved."];
        return await ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostChecklistAsync(CancellationToken stop)
    {
        var elements = Lines.Select(line => new RecordAdherence.Element(line.Number, line.Delivered ?? "", Typed(line.Reason))).ToList();
        var request = new RecordAdherence.Request("trainer", elements, Typed(Correction));
        if (Keeps(request) && Took(await RecordAdherence.Handle(DeliveryId, request, Staff, Database, Clock, stop))) Done = Text["The checklist is saved."];
        return await ShowAsync(stop);
    }

    /// <summary>What was sent about an element, else what stands.</summary>
    internal (string? Delivered, string? Reason) Of(ShowAdherence.Element element) =>
        Lines.FirstOrDefault(line => line.Number == element.Number) is { } sent ? (sent.Delivered, sent.Reason) : (element.Trainer?.Delivered, element.Trainer?.Reason);

    private static string? Typed(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        if (Done is not null) (Lines, Correction) = ([], null);
        return await LoadAsync(stop) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await Database.ReadAsync(session => new DeliveryStore(session).Find(Staff.AgencyId, DeliveryId), stop) is not { } delivery) return false;
        Delivery = delivery;
        Minutes ??= delivery.MinutesDelivered;
        ScenarioMinutes ??= delivery.ScenarioMinutes;
        Took(await ShowAdherence.Handle(DeliveryId, Staff, Database, stop), out ShowAdherence.Answer adherence);
        Adherence = adherence;
        return true;
    }
}
