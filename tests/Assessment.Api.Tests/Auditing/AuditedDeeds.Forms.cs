using System.Text;
using Assessment.Testing;

namespace Assessment.Api.Tests.Auditing;

/// <summary>Deeds on forms, their items and their administrations.</summary>
internal sealed partial class AuditedDeeds
{
    private void AddForms(AuditedScene scene)
    {
        var (admin, address) = (scene.Agency.Admin, $"/api/deliveries/{scene.Class.Id}/administrations");
        var administration = $"/api/administrations/{scene.Door.AdministrationId}";
        deeds["import.form"] = (
            new(HttpMethod.Post, admin, "/api/forms", () => AssessmentApplicationForms.File(AssessmentApplicationForms.Knowledge("C", "other"))),
            new(HttpMethod.Post, admin, "/api/forms", () => AssessmentApplicationForms.File(AssessmentApplicationForms.Knowledge("C", plane: "training"))));
        deeds["publish.form"] = (Post(admin, $"/api/forms/{scene.Draft}/publish"), Post(admin, $"/api/forms/{scene.Form}/publish"));
        deeds["set.feedback"] = (
            Put(admin, $"/api/forms/{scene.Form}/feedback", new { feedback = "objectives" }), Put(admin, $"/api/forms/{Unknown}/feedback", new { feedback = "objectives" }));
        deeds["open.administration"] = (
            Post(admin, address, new { wave = "post", forms = new[] { scene.Form } }), Post(admin, address, new { wave = "pre", forms = new[] { scene.Form } }));
        deeds["set.administration-times"] = (
            Put(admin, administration + "/times", new { }), Put(admin, administration + "/times", new { doorClosesAt = "2026-03-03T00:00:00Z", endsAt = "2026-03-02T00:00:00Z" }));
        deeds["show.class-sheet"] = (null, Get(admin, $"/api/administrations/{Unknown}/sheet")); // done in ShowClassSheetTests
        deeds["close.administration"] = (Post(admin, administration + "/close"), Post(admin, $"/api/administrations/{Unknown}/close"));
    }

    private void AddItems(AuditedScene scene)
    {
        var (admin, assemble, items) = (scene.Agency.Admin, $"/api/forms/{scene.Bank}/assemble", $"/api/forms/{scene.Judgement}/items");
        var plan = new Dictionary<string, int> { ["DE_ALT.1"] = 1 }; // all that the bank has
        deeds["assemble.forms"] = (Post(admin, assemble, new { forms = 1, itemsPerForm = plan }), Post(admin, assemble, new { forms = 2, itemsPerForm = plan }));
        deeds["put.media"] = (Picture("man.png"), Picture("woman.png"));
        deeds["rate.item"] = (
            Put(admin, items + "/j/panel/e3", new { effectiveness = new { a = 2, b = 5, c = 2 } }),
            Put(admin, items + "/j/panel/e3", new { effectiveness = new { a = 2, b = 6, c = 2 } }));
        // Nobody else gives this form; of an agency that does, MakeKeyTests looks at the entry in that agency's chain.
        deeds["make.key"] = (
            Post(admin, items + "/j/keys", new { method = "mean-weight", reason = "A third expert" }),
            Post(admin, items + "/n/keys", new { method = "mean-weight", reason = "A third expert" }));

        AuditedCall Picture(string path) =>
            new(HttpMethod.Put, admin, $"/api/forms/{scene.Pictured}/media/{path}", () => new ByteArrayContent(Encoding.UTF8.GetBytes(path)));
    }
}
