using Assessment.Api.Features.Agencies;
using Assessment.Api.Features.Courses;
using Assessment.Api.Features.Deliveries;
using Assessment.Api.Features.Demo;
using Assessment.Api.Features.Forms;
using Assessment.Domain.People;

namespace Assessment.Testing;

/// <summary>An agency of a running service, played over HTTP: its keys, forms and classes.</summary>
internal sealed class AssessmentApplicationAgency
{
    private readonly ApiClient nobody;
    private Guid? courseId;

    private AssessmentApplicationAgency(ApiClient nobody, AddAgency.Answer added)
    {
        this.nobody = nobody;
        Id = added.AgencyId;
        AdminKey = added.AdminKey;
        Admin = nobody.WithKey(added.AdminKey);
    }

    public Guid Id { get; }

    public string AdminKey { get; }

    public ApiClient Admin { get; }

    /// <summary>The number within keys; the audit is kept under it.</summary>
    public int Number => int.Parse(AdminKey.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<AssessmentApplicationAgency> AddAsync(ApiClient installation, ApiClient nobody, string kind, string identityMode = "held") =>
        new(nobody, await installation.PostAsync<AddAgency.Answer>("/api/agencies", new { name = "Example Police Department", kind, state = "OH", identityMode }));

    /// <summary>A caller with a new key of a role.</summary>
    public async Task<ApiClient> KeyAsync(string role) => nobody.WithKey(await KeyTextAsync(role));

    public async Task<string> KeyTextAsync(string role) =>
        role == Role.AgencyAdmin ? AdminKey : (await Admin.PostAsync<AddKey.Answer>("/api/keys", new { role, label = $"The {role}" })).Key;

    /// <summary>Imports a form file as a draft.</summary>
    public async Task<Guid> ImportAsync(string form) =>
        (await Admin.PostAsync<ImportForm.Answer>("/api/forms", AssessmentApplicationForms.File(form))).FormId;

    /// <summary>Imports and publishes a form file.</summary>
    /// <param name="form">The form file.</param>
    /// <param name="media">Paths of files that the form names; each is uploaded with its own path as content.</param>
    public async Task<Guid> PublishAsync(string form, params string[] media)
    {
        var id = await ImportAsync(form);
        foreach (var path in media)
        {
            using var put = await PutMediaAsync(id, path);
            put.EnsureSuccessStatusCode();
        }

        await Admin.PostAsync<PublishForm.Answer>($"/api/forms/{id}/publish");
        return id;
    }

    public Task<HttpResponseMessage> PutMediaAsync(Guid form, string path) =>
        Admin.SendAsync(HttpMethod.Put, $"/api/forms/{form}/media/{path}", new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(path)));

    /// <summary>Forms A and B of the knowledge test, published.</summary>
    public async Task<Guid[]> PublishKnowledgeAsync() =>
        [await PublishAsync(AssessmentApplicationForms.Knowledge("A")), await PublishAsync(AssessmentApplicationForms.Knowledge("B"))];

    /// <summary>A course of the agency with its curriculum; made once.</summary>
    public async Task<Guid> CourseAsync() =>
        courseId ??= (await Admin.PostAsync<AddCurriculum.Answer>("/api/curricula", AssessmentApplicationForms.Curriculum($"De-escalation {Id:N}"))).CourseId;

    /// <summary>A two-day class that starts on the first day of the clock, with a roster of new people.</summary>
    /// <param name="people">How many.</param>
    /// <param name="names">Names for the roster; null leaves the column out.</param>
    public async Task<AssessmentApplicationClass> ClassAsync(int people, IReadOnlyList<string>? names = null)
    {
        var starts = DateOnly.FromDateTime(AssessmentApplication.FirstDay.UtcDateTime);
        var delivery = await Admin.PostAsync<AddDelivery.Answer>(
            "/api/deliveries", new { courseId = await CourseAsync(), title = "Class", startsOn = starts, endsOn = starts.AddDays(1) });
        var lines = Enumerable.Range(0, people).Select(i => names is null ? "officer" : $"officer,{names[i]}");
        var csv = string.Join('\n', lines.Prepend(names is null ? "kind" : "kind,name")) + "\n";
        var roster = await Admin.PostAsync<EnrollRoster.Answer>($"/api/deliveries/{delivery.DeliveryId}/roster", ApiClient.Csv(csv));
        return new AssessmentApplicationClass(this, nobody, delivery.DeliveryId, roster.Participants);
    }
}
