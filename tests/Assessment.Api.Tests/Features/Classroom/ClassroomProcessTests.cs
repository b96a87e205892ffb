using System.Diagnostics;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Bundles;
using Assessment.Api.Features.Demo;
using Assessment.Api.Tests.Durability;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Classroom;

/// <summary>
/// The verbs as processes: a class is taken in on a box, served over TLS and brought home. Devices trust the box's own certificate
/// and no other, and check its names.
/// </summary>
public sealed class ClassroomProcessTests
{
    private const string RoomLine = "Classroom box. The room opens ", TrainerLine = "First trainer key of ";

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("assessment_box_").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task A_class_is_taken_in_served_over_tls_and_brought_home()
    {
        await using var main = await AssessmentApplication.StartAsync(In("main.db"));
        var agency = await main.NewAgencyAsync();
        var people = await agency.ClassAsync(1);
        var door = await people.OpenAsync("post", [await agency.PublishAsync(AssessmentApplicationForms.Knowledge("A"))], new { });
        var bundle = await agency.Admin.PostAsync<ExportBundle.Answer>($"/api/deliveries/{people.Id}/bundles");
        await File.WriteAllBytesAsync(In("out.bundle"), bundle.Bundle);
        (await RunAsync("wrong\n", "bundle", "import", In("out.bundle"), "--database", In("box.db"))).Code.Should().Be(3, "the passphrase is another one");
        (await RunAsync(bundle.Passphrase + "\n", "bundle", "import", In("out.bundle"), "--database", In("box.db"))).Code.Should().Be(0);

        SubmitAttempt.Receipt receipt;
        await using (var box = await ServedProcess.StartAsync(In("box.db"), "--classroom", "--port", "0", "--address", "127.0.0.1"))
        {
            box.Said.Should().Contain(line => line.StartsWith(TrainerLine, StringComparison.Ordinal));
            using var device = Trusting(Certificate(), Room(box));
            var attempt = await AssessmentApplicationAttempt.StartAsync(new ApiClient(device), people.Start(door));
            (await attempt.SaveAsync("a1", "b", 1)).EnsureSuccessStatusCode();
            receipt = await attempt.SubmitAsync();
        }

        (await RunAsync("", "bundle", "export", "--out", In("home.bundle"), "--database", In("box.db"), "--json")).Code.Should().Be(0);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(In("home.bundle")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var (code, said) = await RunAsync("", "bundle", "import", In("home.bundle"), "--database", In("main.db"), "--json");
        code.Should().Be(0, said);
        var counts = JsonDocument.Parse(said).RootElement.GetProperty("counts").GetProperty("attempt");
        (counts.GetProperty("added").GetInt32(), counts.GetProperty("there").GetInt32()).Should().Be((1, 0));
        (await main.ReadAsync(session => session.Value<string>("SELECT receipt FROM attempt"))).Should().Be(receipt.Code);

        var bytes = await File.ReadAllBytesAsync(In("home.bundle"));
        bytes[^100] ^= 1;
        await File.WriteAllBytesAsync(In("home.bundle"), bytes);
        (code, said) = await RunAsync("", "bundle", "import", In("home.bundle"), "--database", In("main.db"), "--json");
        (code, JsonDocument.Parse(said).RootElement.GetProperty("refused").GetProperty("code").GetString()).Should().Be((3, "bundle-invalid"));
    }

    [Test]
    public async Task Only_who_trusts_the_boxs_own_certificate_under_its_own_name_is_connected_and_a_restart_keeps_it()
    {
        byte[] shown;
        await using (var box = await ServedProcess.StartAsync(In("box.db"), "--classroom", "--port", "0", "--address", "127.0.0.1"))
        {
            shown = Certificate().RawData;
            box.Said.Should().Contain(line => line.Contains("Does not survive", StringComparison.Ordinal));
            using (var trusting = Trusting(Certificate(), Room(box)))
            {
                (await trusting.GetAsync("/health")).EnsureSuccessStatusCode();
            }

            using var trustsMachinesRoots = new HttpClient { BaseAddress = Room(box) };
            (await FailureAsync(trustsMachinesRoots)).Should().BeOfType<AuthenticationException>();
            using var asksForAnotherName = Trusting(Certificate(), new Uri($"https://elsewhere.example:{Room(box).Port}"));
            (await FailureAsync(asksForAnotherName)).Should().BeOfType<AuthenticationException>();
        }

        await using var again = await ServedProcess.StartAsync(In("box.db"), "--classroom", "--port", "0", "--address", "127.0.0.1");
        Certificate().RawData.Should().Equal(shown);
        using var known = Trusting(Certificate(), Room(again));
        (await known.GetAsync("/health")).EnsureSuccessStatusCode();
    }

    private string In(string name) => Path.Combine(folder, name);

    private X509Certificate2 Certificate() => X509Certificate2.CreateFromPem(File.ReadAllText(In("box.db.certificate.pem")));

    private static Uri Room(ServedProcess box) => new(box.Said.Single(line => line.StartsWith(RoomLine, StringComparison.Ordinal))[RoomLine.Length..]);

    /// <summary>A device that trusts this certificate alone; chain and name are checked by the platform. Any name leads to this machine.</summary>
    private static HttpClient Trusting(X509Certificate2 certificate, Uri address)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(certificate);
        return new HttpClient(new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy },
            ConnectCallback = async (context, stop) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync("127.0.0.1", context.DnsEndPoint.Port, stop);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }) { BaseAddress = address };
    }

    private static async Task<Exception?> FailureAsync(HttpClient device)
    {
        var request = async () => await device.GetAsync("/health");
        return (await request.Should().ThrowAsync<HttpRequestException>()).Which.InnerException;
    }

    private static async Task<(int Code, string Output)> RunAsync(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "assess.dll"), .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, said) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        TestContext.Out.WriteLine(await said);
        return (process.ExitCode, await output);
    }
}
