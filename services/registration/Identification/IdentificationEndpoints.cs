using Fupin.Registration.Identification.Attachments;
using Fupin.Registration.Identification.Lists;
using Fupin.Registration.Identification.Objections;
using Fupin.Registration.Identification.Steps;
using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fupin.Registration.Identification;

/// <summary>The routes of identification (识别).</summary>
internal static class IdentificationEndpoints
{
    private static readonly Refusal[] OfEveryStep =
    [
        IdentificationErrors.NoSuchBatch,
        IdentificationErrors.NoSuchAttachment,
        IdentificationErrors.TextTooLong,
        SystemErrors.ChangedMeanwhile,
        IdentificationErrors.StepOutOfTurn,
        IdentificationErrors.ObjectionOpen,
        IdentificationErrors.SecondHat,
    ];

    public static void MapIdentification(this IEndpointRouteBuilder app)
    {
        var read = app.MapGroup("").RequireAuthorization(Permissions.ReadRegister);
        read.MapGet("/work", GetWork.Handle);
        read.MapGet("/identification-parameters", GetParameters.Handle);
        read.MapGet("/villages/{code}/batches", FindBatches.Handle).Refuses(IdentificationErrors.NoSuchVillage);
        read.MapGet("/batches/{id:guid}", GetBatch.Handle).Refuses(IdentificationErrors.NoSuchBatch);
        read.MapGet("/batches/{id:guid}/notice", GetNoticeList.Handle).Refuses(IdentificationErrors.NoSuchBatch);
        read.MapGet("/cases/{id:guid}", GetCase.Handle).Refuses(IdentificationErrors.NoSuchCase);

        app.MapStep(Step.ReviewMeeting, HoldReviewMeeting.Handle,
            IdentificationErrors.AttendanceMissing, IdentificationErrors.AttendanceAboveRoster, IdentificationErrors.MeetingInFuture,
            IdentificationErrors.QuorumNotMet, IdentificationErrors.VotesAbovePresent,
            IdentificationErrors.NotVoted, IdentificationErrors.FindingOutOfPlace);
        app.MapStep(Step.FirstNotice, PublishNotice.First, IdentificationErrors.PhotoReused);
        app.MapStep(Step.CloseFirstNotice, CloseNotice.First, IdentificationErrors.NoticeStillRunning);
        app.MapStep(Step.TownReview, CheckSample.Town,
            IdentificationErrors.FindingsMissing, IdentificationErrors.SamplingUnexplained, IdentificationErrors.FindingOutOfPlace);
        app.MapStep(Step.SecondNotice, PublishNotice.Second, IdentificationErrors.PhotoReused);
        app.MapStep(Step.CloseSecondNotice, CloseNotice.Second, IdentificationErrors.NoticeStillRunning);
        app.MapStep(Step.DistrictCheck, CheckSample.District,
            IdentificationErrors.FindingsMissing, IdentificationErrors.SamplingUnexplained, IdentificationErrors.FindingOutOfPlace);
        app.MapStep(Step.Announce, AnnounceList.Handle);
        app.MapStep(Step.Register, RegisterCases.Handle,
            IdentificationErrors.AboveIncomeLine, IdentificationErrors.IncomeUnknown);

        // Whose step it is depends on the step that is taken back, so the level is judged inside.
        read.MapPost("/batches/{id:guid}/step-back", TakeStepBack.Handle).Refuses(
            [.. OfEveryStep, IdentificationErrors.NoSuchCase, IdentificationErrors.ReasonMissing, IdentificationErrors.NothingToStepBack,
                IdentificationErrors.AlreadyRegistered, IdentificationErrors.WrongLevel]);

        var village = app.MapGroup("").RequireAuthorization(Permissions.EnterRegister);
        village.MapPost("/cases/{id:guid}/objections", RaiseObjection.Handle).Refuses(
            IdentificationErrors.NoSuchCase, IdentificationErrors.ObjectionEmpty, IdentificationErrors.NotOnNotice,
            IdentificationErrors.TextTooLong, SystemErrors.ChangedMeanwhile);
        village.MapPost("/cases/{id:guid}/objections/{number:int}/answer", AnswerObjection.Handle).Refuses(
            IdentificationErrors.NoSuchCase, IdentificationErrors.NoSuchObjection, IdentificationErrors.AnswerEmpty,
            IdentificationErrors.AlreadyAnswered, SystemErrors.ChangedMeanwhile);
        village.MapPost("/batches/{id:guid}/attachments", AddAttachment.Handle)
            .DisableAntiforgery() // bearer tokens only; the browser's session ends at the gateway
            .WithMetadata(new RequestSizeLimitAttribute(AddAttachment.MaxRequestBytes))
            .Refuses(
                IdentificationErrors.NoSuchBatch, IdentificationErrors.NoSuchCase, IdentificationErrors.AttachmentKindUnknown,
                IdentificationErrors.AttachmentTooLarge, IdentificationErrors.AttachmentUnreadable);

        app.MapPost("/batches/{id:guid}/attachments/{attachmentId:guid}/open", OpenAttachment.Handle)
            .RequireAuthorization(Permissions.RevealPersonal)
            .Refuses(IdentificationErrors.NoSuchAttachment, IdentificationErrors.ReasonMissing, IdentificationErrors.TextTooLong);
    }

    /// <summary>The function a batch step belongs to.</summary>
    public static string PermissionFor(Step step) => Flow.DutyOf(step) switch
    {
        Duty.Enter => Permissions.EnterRegister,
        Duty.Review => Permissions.ReviewRegister,
        _ => Permissions.ApproveRegister,
    };

    private static void MapStep(this IEndpointRouteBuilder app, Step step, Delegate handle, params Refusal[] refusals) => app
        .MapPost($"/batches/{{id:guid}}/{Flow.Wire(step)}", handle)
        .RequireAuthorization(PermissionFor(step))
        .Refuses([.. OfEveryStep, .. refusals]);
}
