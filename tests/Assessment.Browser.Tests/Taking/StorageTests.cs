using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Assessment.Browser.Tests.Taking;

/// <summary>Browsers that keep nothing, or cannot open the test without a network, say so and go on.</summary>
public class StorageTests : TakingTests
{
    [Test]
    public async Task Where_storage_is_forbidden_each_answer_goes_out_at_once_and_nothing_claims_to_be_kept()
    {
        var taker = await Scene.ComeAsync();
        await taker.Device.AddInitScriptAsync("IDBFactory.prototype.open = () => { throw new DOMException('Forbidden', 'SecurityError'); };");
        await taker.OpenAsync();
        await taker.Page.GetByText("This browser keeps nothing").WaitForAsync();
        await taker.AnswerAsync("one");
        await taker.IsSavedAsync("one", "server");
        Scene.Uplink.IsCut = true;
        await taker.NextAsync();
        await taker.AnswerAsync("many");
        await taker.Page.GetByText("this browser keeps nothing. Leave this page open").WaitForAsync();
        (await taker.Section("many").Locator(".saved").InnerTextAsync()).Should().Be("Not saved yet");
        Scene.Uplink.IsCut = false;
        await taker.NextAsync();
        await taker.AnswerAllAsync(from: 2);
        await taker.HandInAsync();
        await taker.ReceiptAsync();
        await taker.EachOnceAsync();
    }

    [Test]
    public async Task A_disk_that_fills_up_in_the_middle_is_said_and_answers_still_come_to_the_server()
    {
        var taker = await Scene.SitAsync();
        await taker.AnswerAsync("one");
        await taker.IsSavedAsync("one", "server");
        await taker.Page.EvaluateAsync("() => { IDBObjectStore.prototype.put = () => { throw new DOMException('Full', 'QuotaExceededError'); }; }");
        await taker.NextAsync();
        await taker.AnswerAllAsync(from: 1);
        await taker.Page.GetByText("This browser keeps nothing").WaitForAsync();
        await taker.AllOnServerAsync();
        await taker.EachOnceAsync();
    }

    [Test]
    public async Task Where_the_certificate_is_not_trusted_the_page_says_what_it_survives()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        await using var uplink = new Uplink(Scene.Application.Address, certificate);
        var taker = (await Scene.ComeAsync()).Through(uplink);
        await taker.GoPastWarningAsync();
        await taker.ReadyAsync();
        await taker.Page.GetByText("cannot open the test again without a connection").WaitForAsync();
        uplink.IsCut = true;
        await taker.AnswerAllAsync();
        await taker.IsSavedAsync("walk", "local");
        uplink.IsCut = false;
        await taker.AllOnServerAsync();
        await taker.EachOnceAsync();
    }
}
