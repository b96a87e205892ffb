using System.Diagnostics;

namespace Assessment.Browser.Tests.Taking;

/// <summary>What was said to be kept is there after the page, the browser or the device died.</summary>
public class DeathTests : TakingTests
{
    [Test]
    public async Task The_page_dies_after_each_answer_without_a_network()
    {
        var taker = await Scene.SitAsync();
        Scene.Uplink.IsCut = true;
        foreach (var item in TakeForms.Answers.Keys)
        {
            await taker.AnswerAsync(item);
            await taker.IsSavedAsync(item, "local");
            await taker.DieAsync();
            await taker.OpenAsync();
        }

        foreach (var item in TakeForms.Answers.Keys) await taker.IsSavedAsync(item, "local");
        (await taker.OnServerAsync()).Should().BeEmpty();
        Scene.Uplink.IsCut = false;
        await taker.ReloadAsync();
        await taker.AllOnServerAsync();
        await taker.EachOnceAsync();
    }

    [Test]
    public async Task A_server_that_was_restored_from_a_copy_gets_again_what_it_has_lost()
    {
        var taker = await Scene.SitAsync();
        await taker.AnswerAsync("one");
        await taker.IsSavedAsync("one", "server");
        await Scene.RestartAsync(between: Scene.Copy);
        await taker.NextAsync();
        await taker.AnswerAsync("many");
        await taker.IsSavedAsync("many", "server");
        await Scene.RestartAsync(between: Scene.Restore);
        (await taker.OnServerAsync()).Keys.Should().Equal("one");

        await taker.ReloadAsync();
        await taker.IsSavedAsync("many", "server");
        await taker.NextAsync();
        await taker.AnswerAllAsync(from: 2);
        await taker.AllOnServerAsync();
        await taker.EachOnceAsync();
    }

    [Test]
    public async Task The_browser_is_killed_and_started_again_without_a_network()
    {
        var folder = Directory.CreateTempSubdirectory("assessment-browser-").FullName;
        try
        {
            var device = await Browser.StartOnFolderAsync(folder);
            var taker = await Scene.ComeAsync(device);
            await taker.OpenAsync();
            await taker.IsKeptAsync();
            Scene.Uplink.IsCut = true;
            foreach (var item in TakeForms.Answers.Keys.Take(4))
            {
                await taker.AnswerAsync(item);
                await taker.IsSavedAsync(item, "local");
                await taker.NextAsync();
            }

            var gone = new TaskCompletionSource();
            device.Close += (_, _) => gone.TrySetResult();
            Kill(folder);
            await gone.Task;

            await using var again = await Browser.StartOnFolderAsync(folder);
            var back = taker.On(again);
            await back.OpenAsync();
            (await back.Shown.GetAttributeAsync("data-item")).Should().Be("match", "it is the first without an answer");
            await back.AnswerAllAsync(from: 4);
            Scene.Uplink.IsCut = false;
            await back.HandInAsync();
            (await back.ReceiptAsync()).Should().Be((await back.Attempt.ShowAsync()).Receipt);
            await back.EachOnceAsync();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Ends the processes of the browser that was started on a folder of this test.</summary>
    private static void Kill(string folder)
    {
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                var command = $"/proc/{process.Id}/cmdline";
                if (File.Exists(command) && File.ReadAllText(command) is var line && line.Contains("--user-data-dir=" + folder, StringComparison.Ordinal)) process.Kill();
            }
        }
    }
}
