using System.Text.Json;

namespace Assessment.Api.Tests.Features.Attempts;

/// <summary>A form of the item types beyond choices and scales, from its file to the handed-in attempt.</summary>
public sealed class EveryItemTypeTests : ApplicationTests
{
    [Test]
    public async Task Every_type_is_answered_shown_again_and_handed_in()
    {
        var agency = await Application.NewAgencyAsync();
        var people = await agency.ClassAsync(1);
        var attempt = await people.StartAsync(await people.OpenAsync("pre", await agency.PublishAsync(FormViewTests.Json, "man.png")));
        attempt.Form.Items.Select(item => item.Identifier).Should().Equal("w", "o", "m", "i", "n", "t", "c", "p", "j", "s", "jw", "jr");

        var answers = new (string Item, object Value, string Stored)[]
        {
            ("w", "b", "b"), ("o", new[] { "b", "a" }, "b|a"), ("m", new[] { "b:y", "a:x" }, "a:x|b:y"), ("i", new[] { "g1:b" }, "g1:b"),
            ("n", 777.50, "777.5"), ("t", " a | b ", "a | b"), ("c", "First\r\nsecond", "First\nsecond"), ("j", "a", "a"),
            ("s", new[] { "n1:rush:1500" }, "n1:rush:1500"), ("jw", new[] { "worst:c", "best:a" }, "best:a|worst:c"), ("jr", new[] { "b:1", "a:2" }, "a:2|b:1"),
        };
        foreach (var (item, value, _) in answers)
        {
            (await attempt.SaveAsync(item, value, 1)).EnsureSuccessStatusCode();
        }

        (await Problem.OfAsync(attempt.SaveAsync("p", "seen", 1))).Should().BeEquivalentTo(new { Status = 422, Code = "response-invalid" });
        (await Problem.OfAsync(attempt.SaveAsync("jw", new[] { "best:a", "worst:a" }, 2))).Code.Should().Be("response-invalid");
        (await Problem.OfAsync(attempt.SaveAsync("jr", new[] { "a:4" }, 2))).Code.Should().Be("response-invalid");
        (await Problem.OfAsync(attempt.SaveAsync("s", new[] { "good:talk:1" }, 2))).Code.Should().Be("response-invalid");

        var shown = await attempt.ShowAsync();
        shown.Responses.Select(response => (response.Item, response.Value)).Should().BeEquivalentTo(answers.Select(answer => (answer.Item, (string?)answer.Stored)));
        (await attempt.SubmitAsync()).Code.Should().NotBeEmpty();
    }

    [Test]
    public async Task One_attempt_shows_the_same_form_byte_for_byte_and_another_one_another_order()
    {
        var agency = await Application.NewAgencyAsync();
        var people = await agency.ClassAsync(6);
        var door = await people.OpenAsync("pre", await agency.PublishAsync(FormViewTests.Json, "man.png"));
        var forms = new HashSet<string>();
        for (var person = 0; person < 6; person++)
        {
            var attempt = await people.StartAsync(door, person);
            var (first, again) = (await attempt.Holder.GetBytesAsync($"/api/attempts/{attempt.Id}"), await attempt.Holder.GetBytesAsync($"/api/attempts/{attempt.Id}"));
            again.Should().Equal(first);
            forms.Add(JsonDocument.Parse(first).RootElement.GetProperty("form").GetRawText());
        }

        // Three options, two gaps and so on: six random orders agree with a chance of less than 1 in 10,000.
        forms.Should().HaveCountGreaterThan(1);
    }

    [Test]
    public async Task Both_languages_come_with_the_attempt_so_that_it_needs_no_connection_to_change()
    {
        var agency = await Application.NewAgencyAsync();
        var people = await agency.ClassAsync(1);
        var attempt = await people.StartAsync(await people.OpenAsync("pre", await agency.PublishAsync(FormViewTests.Json, "man.png")));
        attempt.Form.Translations.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Language = "es", Title = "show es" });
        attempt.Form.Translations![0].Items.Select(item => item.Identifier).Should().Equal(attempt.Form.Items.Select(item => item.Identifier));
    }
}
