using Assessment.Testing;
using Microsoft.Data.Sqlite;

namespace Assessment.Api.Tests.Features.Take;

/// <summary>When the server cannot write, the page says so and keeps what was entered.</summary>
public sealed class StorageTests
{
    [Test]
    public async Task A_server_that_is_held_by_another_program_is_told_and_the_answer_stays_on_the_page()
    {
        var file = Path.Combine(Path.GetTempPath(), $"assessment_take_{Guid.NewGuid():N}.db");
        try
        {
            await using var application = await AssessmentApplication.StartAsync($"Data Source={file};Default Timeout=1");
            var agency = await application.NewAgencyAsync();
            var people = await agency.ClassAsync(1);
            var door = await people.OpenAsync("pre", await agency.PublishAsync(EveryTypeForm.File(), EveryTypeForm.Media));
            using var browser = new TakeBrowser(application.Address);
            await browser.StartAsync(door.JoinCode, people.People[0].Token!);
            var shown = await browser.OpenAsync(9);
            await using (await HoldAsync(file))
            {
                var busy = await browser.SendAsync(shown, "next", "Words that took a while");
                busy.Html.Should().Contain("The server is busy and has not saved this").And.Contain("Words that took a while</textarea>");
                (await browser.Page.PostAsync("/take/review")).Html.Should().Contain("The server is busy");
            }

            (await browser.SendAsync(shown, "next", "Words that took a while")).Path.Should().Be("/take/item/10?saved");
        }
        finally
        {
            foreach (var part in new[] { file, file + "-wal", file + "-shm" }) File.Delete(part);
        }
    }

    private static async Task<SqliteConnection> HoldAsync(string file)
    {
        var other = new SqliteConnection($"Data Source={file};Pooling=False");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return other;
    }
}
