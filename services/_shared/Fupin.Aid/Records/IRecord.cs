using Fupin.Aid.Households;
using Fupin.Contracts.Values;
using Fupin.Persistence;

namespace Fupin.Aid.Records;

/// <summary>A record that a department keeps (部门记录), such as a price index month; what every one has, whatever it is about.</summary>
public interface IRecord : IVersioned
{
    /// <summary>The record.</summary>
    Guid Id { get; set; }

    /// <summary>What makes it this record and no other: entering the same key again corrects it. Made from the key columns; never shown.</summary>
    string Key { get; set; }
}

/// <summary>A record about a whole household (户记录), such as a utility account.</summary>
public interface IHouseholdRecord : IRecord, IHouseholdRow
{
    /// <summary>The household (户).</summary>
    new Guid HouseholdId { get; set; }

    /// <summary>The household's village (行政村).</summary>
    new DivisionCode Village { get; set; }
}

/// <summary>A record about one person (个人记录), such as a training.</summary>
public interface IPersonRecord : IHouseholdRecord, IMemberRow
{
    /// <summary>The person, by the member's pseudonym (成员).</summary>
    new Guid MemberId { get; set; }
}
