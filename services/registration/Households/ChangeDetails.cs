using Fupin.Contracts.Codes;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Households;

/// <summary>Changes what a household says of itself (变更户信息): group, attribute, causes, telephone and bank account.</summary>
internal static class ChangeDetails
{
    private const int MostOtherCauses = 2;

    /// <param name="Group">The villagers' group (村民小组).</param>
    /// <param name="Attribute">Its attribute (户属性).</param>
    /// <param name="MainCause">The main cause of poverty (主要致贫原因).</param>
    /// <param name="OtherCauses">At most two others (其他致贫原因).</param>
    /// <param name="Phone">The telephone (联系电话); what is left out stays as it is, because nobody is shown it unmasked.</param>
    /// <param name="BankName">The bank (开户银行).</param>
    /// <param name="BankAccount">The account (银行账号); left out, it stays as it is.</param>
    public sealed record Request(
        string? Group, HouseholdAttribute Attribute, PovertyCause MainCause, IReadOnlyList<PovertyCause>? OtherCauses, string? Phone, string? BankName, string? BankAccount);

    public static async Task<Results<NoContent, Refusal>> Handle(
        Guid id, Request request, RegistrationDb db, IOutbox outbox, FieldCipher cipher, TimeProvider clock, CancellationToken ct)
    {
        if (FaultIn(request) is { } fault) return RegistrationErrors.DetailsUnreadable.With(fault);
        var household = await db.Households.Whole().SingleOrDefaultAsync(one => one.Id == id, ct);
        if (household is null) return RegistrationErrors.NoSuchHousehold;
        household.Describe(
            new HouseholdDetails(
                request.Group, request.Attribute, request.MainCause, request.OtherCauses ?? [],
                request.Phone ?? household.PhoneOf(cipher), request.BankName ?? household.BankName, request.BankAccount ?? household.BankAccountOf(cipher)),
            cipher);
        await HouseholdTelling.TellChangedAsync(db, outbox, cipher, household, clock.Today(), ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    private static string? FaultIn(Request request)
    {
        if (request.Group?.Length > Contact.LongestGroup) return "村民小组";
        if (!Enum.IsDefined(request.Attribute)) return "户属性";
        if (!Enum.IsDefined(request.MainCause)) return "主要致贫原因";
        var others = request.OtherCauses ?? [];
        if (others.Count > MostOtherCauses || others.Contains(request.MainCause) || others.Distinct().Count() < others.Count || !others.All(Enum.IsDefined)) return "其他致贫原因";
        if (request.Phone is { } phone && !Contact.IsPhone(phone)) return "联系电话";
        if (request.BankName?.Length > Contact.LongestBank) return "开户银行";
        return request.BankAccount is { } account && !Contact.IsAccount(account) ? "银行账号" : null;
    }
}
