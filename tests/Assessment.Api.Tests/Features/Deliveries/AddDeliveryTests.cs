using Assessment.Api.Features.Deliveries;
using Assessment.Testing;

namespace Assessment.Api.Tests.Features.Deliveries;

public sealed class AddDeliveryTests : ApplicationTests
{
    private AssessmentApplicationAgency agency = null!;

    [SetUp]
    public async Task NewAgency() => agency = await Application.NewAgencyAsync();

    [Test]
    public async Task A_trainer_plans_a_class_with_the_elements_delivered()
    {
        var trainer = await agency.KeyAsync("trainer");
        (await trainer.PostAsync<AddDelivery.Answer>("/api/deliveries", await BodyAsync(elements: [1, 2]))).DeliveryId.Should().NotBeEmpty();
    }

    [Test]
    public async Task A_class_that_ends_before_it_starts_contradicts_itself() =>
        (await RefusedAsync(await BodyAsync(endsOn: "2026-03-01"))).Should().BeEquivalentTo(new { Status = 422, Code = "request-contradicts" });

    [Test]
    public async Task An_element_that_the_curriculum_does_not_have_is_refused() =>
        (await RefusedAsync(await BodyAsync(elements: [1, 9]))).Code.Should().Be("request-contradicts");

    [Test]
    public async Task An_unknown_course_is_not_found() =>
        (await RefusedAsync(new { courseId = Guid.NewGuid(), title = "Class", startsOn = "2026-03-02", endsOn = "2026-03-03" })).Code.Should().Be("not-found");

    [Test]
    public async Task A_field_out_of_range_is_named()
    {
        var problem = await RefusedAsync(new { courseId = await agency.CourseAsync(), title = "C", startsOn = "2026-03-02", endsOn = "2026-03-03", minutesDelivered = -1 });
        problem.Status.Should().Be(400);
        problem.Text.Should().ContainEquivalentOf("title").And.ContainEquivalentOf("minutesDelivered");
    }

    private async Task<object> BodyAsync(string endsOn = "2026-03-03", int[]? elements = null) =>
        new { courseId = await agency.CourseAsync(), title = "Class", startsOn = "2026-03-02", endsOn, elementsDelivered = elements };

    private Task<Problem> RefusedAsync(object body) => Problem.OfAsync(agency.Admin.PostAsync("/api/deliveries", body));
}
