using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Demo;

namespace Assessment.Testing;

/// <summary>A started attempt in the hands of one device.</summary>
internal sealed class AssessmentApplicationAttempt(ApiClient nobody, StartAttempt.Request start, StartAttempt.Answer started)
{
    public Guid Id => started.AttemptId;

    public string Ticket => started.Ticket;

    public string Wave => started.Wave;

    public FormView Form => started.Form;

    /// <summary>The holder of the ticket.</summary>
    public ApiClient Holder { get; } = nobody.WithTicket(started.Ticket);

    public static async Task<AssessmentApplicationAttempt> StartAsync(ApiClient nobody, StartAttempt.Request start) =>
        new(nobody, start, await nobody.PostAsync<StartAttempt.Answer>("/api/attempts", start));

    public Task<HttpResponseMessage> SaveAsync(string item, object? value, long revision, string? device = null, long? seen = null) =>
        Holder.PutAsync($"/api/attempts/{Id}/responses/{item}", new { value, revision, device = device ?? start.Device, seen });

    public Task<SubmitAttempt.Receipt> SubmitAsync() => Holder.PostAsync<SubmitAttempt.Receipt>($"/api/attempts/{Id}/submit");

    public Task<ShowAttempt.Answer> ShowAsync() => Holder.GetAsync<ShowAttempt.Answer>($"/api/attempts/{Id}");
}
