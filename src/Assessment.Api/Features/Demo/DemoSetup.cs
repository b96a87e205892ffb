using System.Globalization;
using System.Text.Json;
using Assessment.Domain.People;
using Assessment.Interchange;

namespace Assessment.Api.Features.Demo;

/// <summary>An agency of the study with the keys of its people.</summary>
internal sealed record DemoAgency(string Ori, ApiClient Admin, ApiClient Trainer, ApiClient Supervisor);

/// <summary>A class of the study.</summary>
internal sealed record DemoClass(Guid Id, DemoAgency Agency, string StartsOn, string EndsOn, IReadOnlyList<DemoPerson> People);

/// <summary>A person of a class with the roster token that the service gave.</summary>
internal sealed record DemoPerson(StudyParticipant Person, Guid ParticipantId, string Token);

/// <summary>Sets the study up through the API: agencies, keys, curriculum, forms, classes, rosters, grants.</summary>
internal sealed class DemoSetup(ApiClient nobody, StudyFiles study)
{
    private readonly List<DemoAgency> agencies = [];
    private readonly List<DemoClass> classes = [];
    private readonly List<DemoGrant> grants = [];
    private readonly List<(string, string)> adminKeys = [];
    private readonly Dictionary<string, List<Guid>> forms = [];

    private sealed record NewAgency(Guid AgencyId, string AdminKey);

    private sealed record NewKey(string Key);

    private sealed record NewCurriculum(Guid CourseId);

    private sealed record NewForm(Guid FormId);

    private sealed record NewDelivery(Guid DeliveryId);

    private sealed record Roster(IReadOnlyList<RosterPerson> Participants);

    private sealed record RosterPerson(int Line, Guid ParticipantId, string Token);

    public IReadOnlyList<DemoAgency> Agencies => agencies;

    public IReadOnlyList<DemoClass> Classes => classes;

    public IReadOnlyList<DemoGrant> Grants => grants;

    public IReadOnlyList<(string Name, string Key)> AdminKeys => adminKeys;

    /// <summary>The study's evaluator, employed by the State office that hosts it.</summary>
    public ApiClient Evaluator { get; private set; } = null!;

    public IReadOnlyList<Guid> FormsOf(string instrument) => forms[instrument];

    public async Task RunAsync(string operatorKey, Action done)
    {
        var installation = nobody.WithKey(operatorKey);
        var host = await AddAsync(installation, new { name = "Example State Training Office", kind = "state-agency", state = "OH", governmentType = "state" });
        Evaluator = await KeyAsync(host, Role.Evaluator);
        var courseId = await AddCurriculumAsync(host);
        await ImportFormsAsync(host);
        foreach (var row in study.Agencies)
        {
            var admin = await AddAsync(installation, AgencyBody(row));
            agencies.Add(new DemoAgency(row["ori"]!, admin, await KeyAsync(admin, Role.Trainer), await KeyAsync(admin, Role.Supervisor)));
            done();
        }

        foreach (var row in study.Deliveries)
        {
            await AddClassAsync(row, courseId);
            done();
        }

        foreach (var grant in study.Json("grants.json").GetProperty("grants").EnumerateArray())
        {
            grants.Add(await DemoGrant.RegisterAsync(agencies.Single(agency => agency.Ori == Text(grant, "ori")), grant));
        }
    }

    private static object AgencyBody(CsvLine row) => new
    {
        name = row["name"],
        kind = "law-enforcement",
        ori = row["ori"],
        state = row["state"],
        governmentType = row["kind"] == "county-sheriff" ? "county" : "municipal",
        rurality = row["locale"],
        strength = new
        {
            asOf = row["as_of"],
            officersEmployed = Number(row["officers_employed"]),
            fte = Number(row["fte"]),
            cmhpEmployed = Number(row["cmhp_employed"]),
            cmhpAgreement = Number(row["cmhp_agreement"]),
        },
    };

    private async Task<ApiClient> AddAsync(ApiClient installation, object body)
    {
        var added = await installation.PostAsync<NewAgency>("/api/agencies", body);
        adminKeys.Add((JsonSerializer.SerializeToElement(body, ApiClient.Json).GetProperty("name").GetString()!, added.AdminKey));
        return nobody.WithKey(added.AdminKey);
    }

    private async Task<ApiClient> KeyAsync(ApiClient admin, string role) =>
        nobody.WithKey((await admin.PostAsync<NewKey>("/api/keys", new { role, label = $"The study's {role}" })).Key);

    private async Task<Guid> AddCurriculumAsync(ApiClient host)
    {
        var file = study.Json("curriculum.json");
        var course = file.GetProperty("courses")[0];
        return (await host.PostAsync<NewCurriculum>("/api/curricula", new
        {
            title = Text(file, "title"),
            version = Text(file, "version"),
            objectives = file.GetProperty("topics").EnumerateArray().SelectMany(topic => topic.GetProperty("objectives").EnumerateArray()
                .Select(objective => new { code = Text(objective, "code"), topic = Text(topic, "code"), meaning = Text(objective, "text") })),
            elements = file.GetProperty("requiredElements").EnumerateArray().Select(element => new
            {
                kind = Text(element, "text").StartsWith("Scenario", StringComparison.Ordinal) ? "scenario-exercise" : "content",
                topic = Text(element, "topic"),
                meaning = Text(element, "text"),
            }),
            course = new
            {
                title = Text(course, "title"),
                provider = Text(course, "provider"),
                mode = "in-person",
                minutes = 60 * course.GetProperty("hours").GetInt32(),
                scenarioMinutes = course.GetProperty("scenarioMinutes").GetInt32(),
                topicMinutes = course.GetProperty("topicMinutes"),
                certifications = course.GetProperty("certification").EnumerateArray().Select(status => new
                {
                    status = Text(status, "status"),
                    from = Text(status, "from"),
                    to = status.GetProperty("to").GetString(),
                    basis = Text(status, "note"),
                }),
            },
        })).CourseId;
    }

    private async Task ImportFormsAsync(ApiClient host)
    {
        foreach (var name in new[] { "dekt-a", "dekt-b", "confidence", "follow-up-checklist" })
        {
            var bytes = new ByteArrayContent(study.Bytes($"forms/{name}.json"));
            bytes.Headers.ContentType = new("application/json");
            var form = await host.PostAsync<NewForm>("/api/forms?shared=true", bytes);
            using var published = await host.PostAsync($"/api/forms/{form.FormId}/publish");
            published.EnsureSuccessStatusCode();
            var instrument = Text(study.Json($"forms/{name}.json").GetProperty("instrument"), "identifier");
            (forms.TryGetValue(instrument, out var known) ? known : forms[instrument] = []).Add(form.FormId);
        }
    }

    private async Task AddClassAsync(CsvLine row, Guid courseId)
    {
        var agency = agencies.Single(one => one.Ori == row["ori"]);
        var delivery = await agency.Trainer.PostAsync<NewDelivery>("/api/deliveries", new
        {
            courseId,
            title = $"Class {row["delivery"]}",
            startsOn = row["starts_on"],
            endsOn = row["ends_on"],
            place = row["place"],
            minutesDelivered = 60 * Number(row["hours"]),
            scenarioMinutes = Number(row["scenario_minutes"]),
            elementsDelivered = row["elements_delivered"]!.Split('|').Select(element => Number(element[1..])),
        });
        var people = study.Participants.Where(person => person.Delivery == row["delivery"]).OrderBy(person => person.Position).ToList();
        var csv = string.Join('\n', people.Select(person => person.RosterLine).Prepend(StudyFiles.RosterHeader)) + "\n";
        var roster = await agency.Admin.PostAsync<Roster>($"/api/deliveries/{delivery.DeliveryId}/roster", ApiClient.Csv(csv));
        classes.Add(new DemoClass(
            delivery.DeliveryId, agency, row["starts_on"]!, row["ends_on"]!,
            people.Zip(roster.Participants, (person, enrolled) => new DemoPerson(person, enrolled.ParticipantId, enrolled.Token)).ToList()));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static int Number(string? text) => int.Parse(text!, CultureInfo.InvariantCulture);
}
