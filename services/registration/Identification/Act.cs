namespace Fupin.Registration.Identification;

/// <summary>Somebody acting at a moment (经办): one request, however many cases it moves.</summary>
/// <param name="RunId">The request; attachments belong to it.</param>
/// <param name="OfficerId">Who; nobody for an anonymous objection.</param>
/// <param name="OfficerName">The name as it was then; empty for nobody.</param>
/// <param name="AtUtc">When, on the platform clock.</param>
/// <param name="Today">The same as a day in China.</param>
/// <param name="Reason">Why, where a reason was given.</param>
internal sealed record Act(Guid RunId, Guid? OfficerId, string OfficerName, DateTime AtUtc, DateOnly Today, string? Reason = null);
