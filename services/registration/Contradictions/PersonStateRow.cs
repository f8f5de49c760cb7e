using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;
using Fupin.Persistence;

namespace Fupin.Registration.Contradictions;

/// <summary>What a department told of a person (人员状态), the newest of each of its records.</summary>
internal sealed class PersonStateRow : IScoped
{
    public Guid Id { get; private init; }

    public Guid HouseholdId { get; private init; }

    public DivisionCode Village { get; private init; }

    public Guid MemberId { get; private init; }

    public string Department { get; private init; } = "";

    /// <summary>The department's record.</summary>
    public string Source { get; private init; } = "";

    public PersonState State { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    public bool IsWithdrawn { get; private set; }

    public int Revision { get; private set; }

    public static PersonStateRow Of(PersonStateTold told, DivisionCode village) => new()
    {
        Id = Guid.CreateVersion7(), HouseholdId = told.HouseholdId, Village = village, MemberId = told.MemberId, Department = told.Department, Source = told.Source,
    };

    /// <summary>Takes what was told; false when something newer was taken.</summary>
    public bool Take(PersonStateTold told)
    {
        if (told.Revision <= Revision) return false;
        (State, From, To, IsWithdrawn, Revision) = (told.State, told.From, told.To, told.IsWithdrawn, told.Revision);
        return true;
    }
}
