using Assessment.Api.Features.Forms;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Forms;

public sealed class ImportFormTests : ApplicationTests
{
    private AssessmentApplicationAgency agency = null!;

    [SetUp]
    public async Task NewAgency() => agency = await Application.NewAgencyAsync();

    [Test]
    public async Task A_form_becomes_a_draft_and_a_changed_draft_replaces_it()
    {
        var form = AssessmentApplicationForms.Knowledge("A");
        var first = await ImportedAsync(form);
        first.Should().BeEquivalentTo(new { Version = 1, Items = 4, MaxPoints = 5.0 });
        var again = await ImportedAsync(form.Replace("A leaflet", "A flyer", StringComparison.Ordinal));
        (again.FormId, again.Version).Should().Be((first.FormId, 1));
    }

    [Test]
    public async Task After_publication_the_next_import_is_a_new_version()
    {
        await agency.PublishAsync(AssessmentApplicationForms.Scale);
        (await ImportedAsync(AssessmentApplicationForms.Scale)).Version.Should().Be(2);
    }

    [TestCase("\"identifier\": \"a2\"", "\"identifier\": \"a1\"", "items[1]", TestName = "Duplicated_item_ids_are_refused")]
    [TestCase("\"key\": \"b\"", "\"key\": \"q\"", "items[0].key", TestName = "A_key_that_points_nowhere_is_refused")]
    [TestCase("[\"a\", \"c\"]", "[\"a\", \"q\"]", "items[1].key[1]", TestName = "A_key_of_several_that_points_nowhere_is_refused")]
    [TestCase("\"topic\": \"CIT_PART\"", "\"topic\": \"OTHER\"", "items[2].topic", TestName = "An_unknown_topic_is_refused")]
    [TestCase("\"key\": false", "\"key\": false, \"weight\": 2", "items[2]", TestName = "An_unknown_member_is_refused")]
    public async Task Fault_is_refused_at_its_place(string right, string wrong, string place)
    {
        var form = AssessmentApplicationForms.Knowledge("A").Replace(right, wrong, StringComparison.Ordinal);
        form.Should().Contain(wrong);
        var problem = await Problem.OfAsync(agency.Admin.PostAsync("/api/forms", AssessmentApplicationForms.File(form)));
        (problem.Status, problem.Code).Should().Be((422, "form-invalid"));
        problem.Places.Should().Contain(place);
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("null")]
    public async Task A_file_that_is_no_form_is_refused(string text) =>
        (await Problem.OfAsync(agency.Admin.PostAsync("/api/forms", AssessmentApplicationForms.File(text)))).Code.Should().Be("form-invalid");

    [Test]
    public async Task Bytes_that_are_not_UTF_8_are_refused()
    {
        var file = new ByteArrayContent([.. "{\"schema\": \""u8, 0xC3, 0x28, .. "\"}"u8]);
        file.Headers.ContentType = new("application/json");
        (await Problem.OfAsync(agency.Admin.PostAsync("/api/forms", file))).Code.Should().Be("form-invalid");
    }

    [Test]
    public async Task The_plane_of_an_instrument_cannot_change()
    {
        await agency.ImportAsync(AssessmentApplicationForms.Knowledge("A"));
        var moved = AssessmentApplicationForms.File(AssessmentApplicationForms.Knowledge("B", plane: "training"));
        (await Problem.OfAsync(agency.Admin.PostAsync("/api/forms", moved))).Places.Should().Equal("instrument");
    }

    [Test]
    public async Task Another_media_type_is_not_taken()
    {
        var file = new StringContent(AssessmentApplicationForms.Scale, System.Text.Encoding.UTF8, "text/plain");
        (await Problem.OfAsync(agency.Admin.PostAsync("/api/forms", file))).Status.Should().Be(415);
    }

    [Test]
    public async Task A_refused_file_leaves_nothing_behind()
    {
        var faulty = AssessmentApplicationForms.Knowledge("A").Replace("\"key\": \"b\"", "\"key\": \"q\"", StringComparison.Ordinal);
        await Problem.OfAsync(agency.Admin.PostAsync("/api/forms", AssessmentApplicationForms.File(faulty)));
        var training = AssessmentApplicationForms.Knowledge("A", plane: "training");
        (await ImportedAsync(training)).Version.Should().Be(1, "the refused file would have fixed the instrument's plane");
    }

    private Task<ImportForm.Answer> ImportedAsync(string form) =>
        agency.Admin.PostAsync<ImportForm.Answer>("/api/forms", AssessmentApplicationForms.File(form));
}
