using System.Text.Json.Nodes;
using Assessment.Api.Features.Bundles;
using Assessment.Domain;
using Assessment.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Api.Tests.Features.Bundles;

/// <summary>
/// Bundles that were changed: as files, which no signature covers then, and inside, signed by the box itself, as a faulty box
/// would. None is a fault, and what is refused has changed nothing.
/// </summary>
public sealed class BundleFuzzTests
{
    private static readonly string[] Happened = "attempts answers events sheets consents administrations people raters assignments ratings levels".Split(' ');

    private BundleScene scene = null!;
    private byte[] bundle = [];
    private Random random = null!;

    [TearDown]
    public async Task RemoveAsync()
    {
        if (scene is not null) await scene.DisposeAsync();
    }

    [TestCaseSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
    public Task No_changed_bundle_is_a_fault(string engine) => FuzzAsync(engine, files: 200, insides: 60, seed: 2026);

    [Explicit("takes minutes"), Category("Long")]
    [TestCaseSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
    public Task Of_many_changed_bundles_none_is_a_fault(string engine) => FuzzAsync(engine, files: 20_000, insides: 3_000, seed: 7);

    private async Task FuzzAsync(string engine, int files, int insides, int seed)
    {
        random = new Random(seed);
        await SetAsync(engine);
        var state = await BundleScene.StateAsync(scene.Main);
        for (var i = 0; i < files; i++)
        {
            var changed = ChangeFile();
            if (changed.AsSpan().SequenceEqual(bundle)) continue;
            (await ImportAsync(changed)).Refusal?.Code.Should().Be(Refusals.BundleInvalid, "file {0} of seed {1} was changed", i, seed);
        }

        (await BundleScene.StateAsync(scene.Main)).Should().Be(state);
        var (taken, refused) = (0, 0);
        for (var i = 0; i < insides; i++)
        {
            var result = await ImportAsync(await ChangeInsideAsync());
            if (result.IsRefused)
            {
                refused++;
                result.Refusal!.Code.Should().Be(Refusals.BundleInvalid);
                (await BundleScene.StateAsync(scene.Main)).Should().Be(state, "inside {0} of seed {1} was refused: {2}", i, seed, result.Refusal.Reason);
            }
            else
            {
                taken++;
                state = await BundleScene.StateAsync(scene.Main);
            }
        }

        TestContext.Out.WriteLine($"{engine}: of {insides} bundles changed inside {taken} taken, {refused} refused");
        (taken, refused).Should().Match<(int Taken, int Refused)>(both => both.Taken > 0 && both.Refused > 0, "the changes must reach both ends");
        (await ImportAsync(bundle)).IsRefused.Should().BeFalse();
    }

    private async Task SetAsync(string engine)
    {
        scene = await BundleScene.SetAsync(engine, people: 3);
        var scenario = await scene.Agency.PublishAsync(AssessmentApplicationForms.Essay("training"));
        await scene.CarryOutAsync();
        var observed = await scene.OpenAtBoxAsync("post", scenario);
        await scene.RateAtBoxAsync(await scene.ObserveAtBoxAsync(observed, 0), Guid.NewGuid(), listening: 2, options: null);
        var door = await scene.OpenAtBoxAsync("pre", scene.Forms);
        await scene.TakeAtBoxAsync(door, 0, right: true);
        await scene.StartAtBoxAsync(door, 1);
        bundle = await scene.ExportHomeAsync();
        await scene.BringHomeAsync(bundle);
        await scene.TakeAtBoxAsync(door, 2, right: false);
        await scene.RateAtBoxAsync(await scene.ObserveAtBoxAsync(observed, 1), Guid.NewGuid(), listening: 3, options: 2);
        bundle = await scene.ExportHomeAsync();
    }

    private Task<Result<BundleImport.Answer>> ImportAsync(byte[] file) =>
        scene.Main.Services.GetRequiredService<BundleImport>().HomeAsync(file, _ => true, (_, _, _, _) => Task.CompletedTask, default);

    private byte[] ChangeFile()
    {
        var changed = bundle.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(changed.Count);
            switch (random.Next(4))
            {
                case 0: changed[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: changed.RemoveRange(at, Math.Min(random.Next(1, 200), changed.Count - at)); break;
                case 2: changed.InsertRange(at, changed.GetRange(0, random.Next(1, Math.Min(100, changed.Count)))); break;
                default: changed[at] = (byte)random.Next(256); break;
            }

            if (changed.Count == 0) break;
        }

        return [.. changed];
    }

    private Task<byte[]> ChangeInsideAsync() => scene.ChangeInsideAsync(bundle, document =>
    {
        for (var times = random.Next(1, 3); times > 0; times--) Change(document);
    });

    /// <summary>Changes one place: half of the time in what happened in the class, else anywhere.</summary>
    private void Change(JsonNode document)
    {
        var place = random.Next(2) == 0 ? Happened[random.Next(Happened.Length)] : null;
        var node = place is not null && document["classes"] is JsonArray and [JsonObject first, ..] && first[place] is { } happened ? happened : document;
        while (true)
        {
            List<object> children = node switch
            {
                JsonObject members => [.. members.Select(member => member.Key)],
                JsonArray list => [.. Enumerable.Range(0, list.Count).Cast<object>()],
                _ => [],
            };
            if (children.Count == 0) return;
            var child = children[random.Next(children.Count)];
            var next = child is string name ? node[name] : node[(int)child];
            if (next is JsonObject or JsonArray && random.Next(10) > 0)
            {
                node = next;
                continue;
            }

            Replace(node, child, next);
            return;
        }
    }

    private void Replace(JsonNode parent, object child, JsonNode? old)
    {
        JsonNode? value = random.Next(9) switch
        {
            0 => null,
            1 => random.Next(-3, 100),
            2 => long.MaxValue,
            3 => "",
            4 => "pre",
            5 => Guid.NewGuid().ToString("D"),
            6 => "2026-03-02T08:00:00+00:00",
            7 => new JsonArray(old?.DeepClone(), old?.DeepClone()),
            _ => "a\0b",
        };
        if (parent is JsonArray list)
        {
            if (random.Next(2) == 0) list.Add(old?.DeepClone());
            else list.RemoveAt((int)child);
        }
        else
        {
            parent[(string)child] = value;
        }
    }
}
