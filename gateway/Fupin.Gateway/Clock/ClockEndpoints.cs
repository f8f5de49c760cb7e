using Fupin.ServiceDefaults;
using Fupin.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fupin.Gateway.Clock;

/// <summary>Moves the time of all services (平台时钟), so that a notice can be watched without waiting a week. Does not exist outside Development.</summary>
internal static class ClockEndpoints
{
    private const int HourOfDay = 9;
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(3660);

    /// <param name="Advance">How far to move, as d.hh:mm:ss.</param>
    /// <param name="To">Or the day to go to, at nine in the morning in China.</param>
    public sealed record Move(TimeSpan? Advance, DateOnly? To);

    public sealed record State(DateTimeOffset Now, DateOnly Today);

    public static void MapClock(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) return;
        app.MapGet("/api/clock", (TimeProvider clock) => Now(clock)).RequireAuthorization();
        app.MapPost("/api/clock", Handle).RequireAuthorization(Permissions.MoveClock)
            .Refuses(GatewayErrors.ClockCannotGoBack, GatewayErrors.ClockIsFixed);
    }

    private static Results<Ok<State>, Refusal> Handle(Move move, TimeProvider clock)
    {
        if (clock is not PlatformClock platform) return GatewayErrors.ClockIsFixed;
        var by = move.Advance ?? (move.To is { } day ? Morning(day) - clock.GetUtcNow() : TimeSpan.Zero);
        if (by <= TimeSpan.Zero || by > Furthest) return GatewayErrors.ClockCannotGoBack;
        platform.Advance(by);
        return TypedResults.Ok(Now(clock));
    }

    private static State Now(TimeProvider clock) => new(clock.GetUtcNow().ToOffset(ChinaTime.Offset), clock.Today());

    private static DateTimeOffset Morning(DateOnly day) => new(day, new TimeOnly(HourOfDay, 0), ChinaTime.Offset);
}
