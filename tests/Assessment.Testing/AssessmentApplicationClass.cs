using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Deliveries;
using Assessment.Api.Features.Demo;

namespace Assessment.Testing;

/// <summary>A class with the people of its roster.</summary>
internal sealed class AssessmentApplicationClass(
    AssessmentApplicationAgency agency, ApiClient nobody, Guid id, IReadOnlyList<EnrollRoster.Enrolled> people)
{
    public AssessmentApplicationAgency Agency => agency;

    public Guid Id => id;

    public IReadOnlyList<EnrollRoster.Enrolled> People => people;

    /// <summary>Opens an administration at a wave.</summary>
    public Task<OpenAdministration.Answer> OpenAsync(string wave, params Guid[] forms) =>
        agency.Admin.PostAsync<OpenAdministration.Answer>($"/api/deliveries/{id}/administrations", new { wave, forms });

    /// <summary>Opens an administration with further settings of the request.</summary>
    public Task<OpenAdministration.Answer> OpenAsync(string wave, Guid[] forms, object settings)
    {
        var request = System.Text.Json.JsonSerializer.SerializeToNode(settings, ApiClient.Json)!.AsObject();
        request["wave"] = wave;
        request["forms"] = System.Text.Json.JsonSerializer.SerializeToNode(forms);
        return agency.Admin.PostAsync<OpenAdministration.Answer>($"/api/deliveries/{id}/administrations", request);
    }

    /// <summary>What a person's device sends to start.</summary>
    public StartAttempt.Request Start(OpenAdministration.Answer door, int person = 0, string? consent = "granted", string device = "tablet") =>
        new(Guid.NewGuid(), door.JoinCode, people[person].Token!, device, consent);

    /// <summary>A person's device starts its attempt.</summary>
    public Task<AssessmentApplicationAttempt> StartAsync(OpenAdministration.Answer door, int person = 0, string consent = "granted") =>
        AssessmentApplicationAttempt.StartAsync(nobody, Start(door, person, consent));

    /// <summary>A person takes the test from door to receipt.</summary>
    /// <param name="door">The administration.</param>
    /// <param name="person">Place on the roster, from 0.</param>
    /// <param name="right">Whether the first item is answered rightly.</param>
    /// <param name="consent">granted or refused.</param>
    public async Task TakeAsync(OpenAdministration.Answer door, int person, bool right, string consent = "granted")
    {
        var attempt = await StartAsync(door, person, consent);
        var form = attempt.Form.Items;
        using var first = await attempt.SaveAsync(form[0].Identifier, right ? "b" : "a", 1);
        using var third = await attempt.SaveAsync(form[2].Identifier, person % 2 == 0, 1);
        first.EnsureSuccessStatusCode();
        third.EnsureSuccessStatusCode();
        await attempt.SubmitAsync();
    }
}
