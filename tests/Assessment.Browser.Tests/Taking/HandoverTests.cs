using Assessment.Api.Features.Administrations;

namespace Assessment.Browser.Tests.Taking;

/// <summary>The last way out: a sealed file of the answers, carried by the trainer, who cannot read it.</summary>
public class HandoverTests : TakingTests
{
    [Test]
    public async Task The_file_that_the_page_saves_brings_every_answer_to_the_server()
    {
        var taker = await Scene.SitAsync();
        Scene.Uplink.IsCut = true;
        await taker.AnswerAllAsync();
        await taker.HandInAsync();
        var saved = await taker.Page.RunAndWaitForDownloadAsync(() => taker.Page.Locator("#note-hand-in").GetByText("sealed file").ClickAsync());
        var file = await File.ReadAllTextAsync(await saved.PathAsync());
        file.Should().NotContain("calm").And.NotContain(taker.Attempt.Ticket).And.NotContain("talk");

        var trainer = Scene.Nobody.WithKey(await Scene.Agency.KeyTextAsync("trainer"));
        using var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(file));
        var taken = await trainer.PostAsync<TakeHandover.Answer>($"/api/administrations/{Scene.AdministrationId}/handovers", content);
        taken.Should().BeEquivalentTo(new { AttemptId = taker.Attempt.Id, TakeForms.Items, Superseded = 0, Refused = Array.Empty<object>() }, options => options
            .WithMapping<TakeHandover.Answer>(expected => expected.Items, found => found.Saved));
        (await taker.OnServerAsync()).Should().BeEquivalentTo(TakeForms.Answers);

        // The network comes back after all: the device's own upload changes nothing, and it hands in.
        Scene.Uplink.IsCut = false;
        await taker.Page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await taker.ReceiptAsync();
        (await taker.EventsAsync()).Should().HaveCount(TakeForms.Items);
    }
}
