using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Samples;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Attempts;

/// <summary>Form A of the sample study in English and in Spanish.</summary>
public sealed class ChangeLanguageTests : ApplicationTests
{
    [Test]
    public async Task Answers_given_before_and_after_a_change_of_language_score_as_in_one()
    {
        var agency = await Application.NewAgencyAsync();
        var people = await agency.ClassAsync(2);
        var form = await agency.PublishAsync(await File.ReadAllTextAsync(Path.Combine(SampleStudy.Shipped.Folder, "forms", "dekt-a.json")));
        (await agency.Admin.PutAsync($"/api/forms/{form}/feedback", new { feedback = "objectives" })).EnsureSuccessStatusCode();
        var door = await people.OpenAsync("pre", form);
        var (english, changing) = (await people.StartAsync(door, 0), await people.StartAsync(door, 1));

        await ChooseAsync(english, english.Form.Items, "a01", "It gives time to think, to talk and to bring help before any decision about force");
        await ChooseAsync(english, english.Form.Items, "a04", "Weigh it again, because the threat has changed");
        await ChooseAsync(changing, changing.Form.Items, "a01", "It gives time to think, to talk and to bring help before any decision about force");
        var spanish = (await changing.ShowAsync()).Form.Translations!.Single(translation => translation.Language == "es");
        await ChooseAsync(changing, spanish.Items, "a04", "Volver a evaluarla, porque la amenaza ha cambiado");

        spanish.Untranslated.Should().BeEmpty();
        (await changing.ShowAsync()).Responses.Select(response => (response.Item, response.Value)).Should().BeEquivalentTo([("a01", "c"), ("a04", "a")]);
        var scores = await HandInAsync(changing);
        scores.Should().Equal(await HandInAsync(english));
        // Two of the form's thirty points: a01 and a04 are answered by their keys, c and a.
        scores.Should().ContainSingle(line => line.Objective == "all").Which.Should().Be(new ShowFeedback.Line("all", null, 2, 30));
    }

    private static async Task ChooseAsync(AssessmentApplicationAttempt attempt, IReadOnlyList<ItemView> items, string item, string text)
    {
        var option = items.Single(one => one.Identifier == item).Options!.Single(option => option.Text == text);
        (await attempt.SaveAsync(item, option.Identifier, 1)).EnsureSuccessStatusCode();
    }

    private static async Task<IReadOnlyList<ShowFeedback.Line>> HandInAsync(AssessmentApplicationAttempt attempt)
    {
        await attempt.SubmitAsync();
        return (await attempt.Holder.GetAsync<ShowFeedback.Answer>($"/api/attempts/{attempt.Id}/feedback")).Objectives;
    }
}
