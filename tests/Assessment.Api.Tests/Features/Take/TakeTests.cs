using Assessment.Api.Features.Administrations;
using Assessment.Data;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Take;

/// <summary>Base of the tests of participants' pages: a class of three and the form of every type.</summary>
public abstract class TakeTests : ApplicationTests
{
    private readonly List<TakeBrowser> browsers = [];

    private protected AssessmentApplicationAgency Agency { get; private set; } = null!;

    private protected AssessmentApplicationClass People { get; private set; } = null!;

    private protected Guid FormId { get; private set; }

    [SetUp]
    public async Task NewClass()
    {
        Agency = await Application.NewAgencyAsync();
        People = await Agency.ClassAsync(3);
        FormId = await Agency.PublishAsync(EveryTypeForm.File(), EveryTypeForm.Media);
    }

    [TearDown]
    public void CloseBrowsers()
    {
        browsers.ForEach(browser => browser.Dispose());
        browsers.Clear();
    }

    private protected TakeBrowser Browser()
    {
        var browser = new TakeBrowser(Application.Address);
        browsers.Add(browser);
        return browser;
    }

    /// <summary>An administration of the form, and a browser in which a person has started.</summary>
    private protected async Task<(OpenAdministration.Answer Door, TakeBrowser Browser)> StartedAsync(object? settings = null, int person = 0)
    {
        var door = settings is null ? await People.OpenAsync("pre", FormId) : await People.OpenAsync("pre", [FormId], settings);
        var browser = Browser();
        (await browser.StartAsync(door.JoinCode, Token(person))).Path.Should().Be("/take/test");
        return (door, browser);
    }

    private protected string Token(int person = 0) => People.People[person].Token!;

    /// <summary>The attempts that the database holds for an administration.</summary>
    private protected Task<IReadOnlyList<AttemptRow>> AttemptsAsync(OpenAdministration.Answer door) => Application.ReadAsync(async session =>
    {
        var administration = await new AdministrationStore(session).FindByJoinCode(door.JoinCode);
        return await new AttemptStore(session).List(administration!.AgencyId, administration.AdministrationNo);
    });

    /// <summary>Newest answers of the only attempt, by item number of the form as written.</summary>
    private protected async Task<IReadOnlyList<ResponseRow>> ResponsesAsync(OpenAdministration.Answer door)
    {
        var attempt = (await AttemptsAsync(door)).Single();
        return await Application.ReadAsync(session => new AttemptStore(session).Responses(attempt.AgencyId, attempt.AttemptNo));
    }

    /// <summary>Stored answer of the first item, or null.</summary>
    private protected async Task<string?> FirstAnswerAsync(OpenAdministration.Answer door) =>
        (await ResponsesAsync(door)).SingleOrDefault(response => response.ItemNo == 1)?.Value;
}
