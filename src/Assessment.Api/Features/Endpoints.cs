using Assessment.Api.Features.Accounts;
using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Agencies;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Bundles;
using Assessment.Api.Features.Courses;
using Assessment.Api.Features.Deliveries;
using Assessment.Api.Features.FollowUps;
using Assessment.Api.Features.Forms;
using Assessment.Api.Features.Grants;
using Assessment.Api.Features.Operations;
using Assessment.Api.Features.Partners;
using Assessment.Api.Features.Raters;
using Assessment.Api.Features.Ratings;
using Assessment.Api.Features.Releases;
using Assessment.Api.Features.Reports;
using Assessment.Api.Features.Studies;
using Assessment.Api.Features.Trainers;
using Assessment.Api.Security;

namespace Assessment.Api.Features;

/// <summary>The table of contents of the API: every use case that has an address.</summary>
internal static class Endpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        MapAgencies(routes);
        MapForms(routes);
        MapDeliveries(routes);
        MapAdministrations(routes);
        MapAttempts(routes);
        MapRatings(routes);
        RecordFollowUp.Map(routes);
        ShowFollowUps.Map(routes);
        ListFollowUpWork.Map(routes);
        ShowOwnFollowUp.Map(routes);
        AddStudy.Map(routes);
        JoinStudy.Map(routes);
        AnalyzeStudy.Map(routes);
        ShowAnalysis.Map(routes);
        AddGrant.Map(routes);
        MakeReport.Map(routes);
        ShowReport.Map(routes);
        HtmlStylesheetRoute.Map(routes);
        BuildRelease.Map(routes);
        ShowHealth.Map(routes);
        routes.MapOpenApi().AllowAnonymous().WithMetadata(new WhoMayCall("everybody: the document describes, it holds no data"));
        routes.MapRazorPages();
    }

    private static void MapAgencies(IEndpointRouteBuilder routes)
    {
        AddAgency.Map(routes);
        AddKey.Map(routes);
        AddAccount.Map(routes);
        InviteAgain.Map(routes);
        StopAccount.Map(routes);
        AddWave.Map(routes);
        ListWaves.Map(routes);
        SetWaveWindow.Map(routes);
        ShowDue.Map(routes);
        AddCurriculum.Map(routes);
        AddCourse.Map(routes);
    }

    private static void MapDeliveries(IEndpointRouteBuilder routes)
    {
        AddDelivery.Map(routes);
        EnrollRoster.Map(routes);
        ShowRoster.Map(routes);
        RecordAccommodation.Map(routes);
        WaiveConsent.Map(routes);
        LinkWaves.Map(routes);
        ReissueSlips.Map(routes);
        ExportBundle.Map(routes);
        ImportBundle.Map(routes);
        RecordAdherence.Map(routes);
        ShowAdherence.Map(routes);
        RecordMinutes.Map(routes);
        AddTrainer.Map(routes);
        AddCredential.Map(routes);
        ListTrainers.Map(routes);
        AssignTrainer.Map(routes);
        AddPartner.Map(routes);
        ListPartners.Map(routes);
        RecordPartnerSession.Map(routes);
    }

    private static void MapAdministrations(IEndpointRouteBuilder routes)
    {
        OpenAdministration.Map(routes);
        ShowAdministration.Map(routes);
        StartAdministration.Map(routes);
        SetTimes.Map(routes);
        CloseAdministration.Map(routes);
        ShowSeats.Map(routes);
        FollowSeats.Map(routes);
        ShowClassSheet.Map(routes);
        TakeHandover.Map(routes);
    }

    private static void MapAttempts(IEndpointRouteBuilder routes)
    {
        OpenDoor.Map(routes);
        StartAttempt.Map(routes);
        ShowAttempt.Map(routes);
        ShowMedia.Map(routes);
        SaveResponse.Map(routes);
        PutCode.Map(routes);
        UploadResponses.Map(routes);
        SayHere.Map(routes);
        SubmitAttempt.Map(routes);
        ShowFeedback.Map(routes);
        WithdrawConsent.Map(routes);
        GiveExtraTime.Map(routes);
        ReopenAttempt.Map(routes);
        MoveAttempt.Map(routes);
        ContinueAttempt.Map(routes);
    }

    private static void MapRatings(IEndpointRouteBuilder routes)
    {
        AddRater.Map(routes);
        ListRaters.Map(routes);
        ObserveScenario.Map(routes);
        AssignRatings.Map(routes);
        ListRatingWork.Map(routes);
        SaveRating.Map(routes);
        ShowAgreement.Map(routes);
    }

    private static void MapForms(IEndpointRouteBuilder routes)
    {
        ImportForm.Map(routes);
        PutMedia.Map(routes);
        PublishForm.Map(routes);
        SetFeedback.Map(routes);
        RatePanel.Map(routes);
        ShowPanel.Map(routes);
        MakeKey.Map(routes);
        AssembleForms.Map(routes);
        ShowExposure.Map(routes);
    }
}
