using System.Globalization;
using Fupin.Contracts.Codes;
using Fupin.Contracts.Values;
using Fupin.Messaging;
using Fupin.Persistence;
using Fupin.Registration.Data;
using Fupin.Registration.Households;
using Fupin.Registration.Identification;
using Fupin.Registration.Incomes;
using Fupin.ServiceDefaults;
using Fupin.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Fupin.Registration.Tests.Households;

/// <summary>Households of made-up people, as an import would have brought them.</summary>
internal sealed class SomePeople(int people = 0)
{
    private int people = people;

    /// <summary>One person with an income.</summary>
    public Household AHousehold(DivisionCode village, int perCapitaYuan, Act act, FieldCipher cipher)
    {
        var details = new HouseholdDetails("一组", HouseholdAttribute.Ordinary, PovertyCause.Illness, [], null, null, null);
        var household = Household.Enter(village, details, act.OfficerId!.Value, act.AtUtc, cipher);
        var head = HouseholdMember.Of(
            household,
            new Person(HouseholdMember.HeadRelation, "王建国", IdCardNumber.Parse(AnIdNumber("19600101")), null, [HealthStatus.Healthy], null, null, null, null, null),
            cipher);
        Assert.Null(household.Add(head));
        var amounts = new IncomeAmounts(Money.Zero, Money.Zero, Money.Zero, new Dictionary<TransferItem, Money>(), Money.Zero);
        household.Put(IncomeSheet.Of(household, 2015, [new Wage(head.Id, 12, Money.FromYuan(perCapitaYuan))], amounts));
        return household;
    }

    /// <summary>Households on the register of 谢家村, told to everybody.</summary>
    public async Task<IReadOnlyList<Household>> RegisterAsync(ServiceHost<Program> host, int count)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentScope>().EnterSystem();
        var (db, cipher, clock) = (services.GetRequiredService<RegistrationDb>(), services.GetRequiredService<FieldCipher>(), services.GetRequiredService<TimeProvider>());
        var act = new Act(Guid.CreateVersion7(), Officers.Village2.Id, Officers.Village2.Name, clock.UtcNow(), clock.Today());
        var households = Enumerable.Range(0, count).Select(_ => AHousehold(DivisionCode.Parse(Officers.Village.Region), 5_000, act, cipher)).ToList();
        foreach (var household in households)
        {
            db.Households.Add(household);
            Assert.Null(await HouseholdTelling.RegisterAsync(db, services.GetRequiredService<IOutbox>(), cipher, [household], clock.Today(), default));
        }

        await db.SaveChangesAsync();
        return households;
    }

    /// <summary>An ID number nobody else has.</summary>
    public string AnIdNumber(string born)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"320412{born}{++people:000}");
        return "0123456789X".Select(check => body + check).First(text => IdCardNumber.TryParse(text, out _));
    }
}
