using Fupin.Aid.Records;
using Fupin.Contracts.Values;
using Fupin.ServiceDefaults;

namespace Fupin.Aid.Tests.Desk;

/// <summary>Kinds of records of the test department: one about households, one about nobody, and one about persons with a key of its own.</summary>
internal static class TestKinds
{
    public static readonly Refusal TooMany = new("TEST-0001", "装表的户不超过 9 人", 400);

    public static readonly RecordKind<UtilityAccount> Utilities = new RecordKind<UtilityAccount>("utility-accounts")
        .Text(record => record.Account, 20)
        .Word(record => record.Supply)
        .Date(record => record.Since)
        .Number(record => record.Persons, 1, 20)
        .Yuan(record => record.Deposit, Money.Zero, Money.FromYuan(500))
        .YesNo(record => record.IsMetered)
        .Refuse(TooMany, record => record.Persons, (record, _) => record is { IsMetered: true, Persons: > 9 })
        .KeyedBy(record => record.Account);

    public static readonly RecordKind<IndexMonth> Indexes = new RecordKind<IndexMonth>("index-months")
        .Month(record => record.Month)
        .Number(record => record.Tenths, 500, 2_000)
        .KeyedBy(record => record.Month);

    public static readonly RecordKind<Invoice> Invoices = new RecordKind<Invoice>("invoices").Text(record => record.Number, 40).KeyedOverallBy(record => record.Number);

    public static readonly RecordKind[] All = [Utilities, Indexes, Invoices];
}

internal enum Supply
{
    Water,
    Power,
}

internal sealed class UtilityAccount : IHouseholdRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    public Guid HouseholdId { get; set; }

    public DivisionCode Village { get; set; }

    public int Version { get; set; }

    public string Account { get; set; } = "";

    public Supply Supply { get; set; }

    public DateOnly Since { get; set; }

    public int Persons { get; set; }

    public Money? Deposit { get; set; }

    public bool IsMetered { get; set; }

    /// <summary>Written by another step of the desk; no column.</summary>
    public DateOnly? ReadOn { get; set; }
}

internal sealed class IndexMonth : IRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    public int Version { get; set; }

    public AidMonth Month { get; set; }

    public int Tenths { get; set; }
}

internal sealed class Invoice : IPersonRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    public Guid HouseholdId { get; set; }

    public Guid MemberId { get; set; }

    public DivisionCode Village { get; set; }

    public int Version { get; set; }

    public string Number { get; set; } = "";
}
