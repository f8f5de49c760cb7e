using Fupin.Aid.Households;
using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Messaging;

namespace Fupin.Aid.PersonStates;

/// <summary>A state of a person over some days (人员状态).</summary>
/// <param name="State">The state.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; open when absent.</param>
/// <param name="IsWithdrawn">Whether the record says now that it is not so (撤销).</param>
public sealed record StateOfPerson(PersonState State, DateOnly From, DateOnly? To, bool IsWithdrawn = false);

/// <summary>A record that says in what state a person is (人员状态记录); the desk of records tells it whenever the record is entered or corrected.</summary>
public interface IStateRecord : IMemberRow, Persistence.IVersioned
{
    /// <summary>The record.</summary>
    Guid Id { get; }

    /// <summary>What it says; null where it says nothing.</summary>
    StateOfPerson? SaysOfPerson();
}

/// <summary>Tells registration in what state a person is (人员状态上报), so that what two departments say can be compared.</summary>
public static class PersonStates
{
    /// <summary>Tells what a record says, in the save of the record.</summary>
    public static void Tell(this IOutbox outbox, PolicyBook book, IStateRecord record)
    {
        if (record.SaysOfPerson() is not { } said) return;
        outbox.Add(new PersonStateTold(
            record.HouseholdId, record.MemberId, book.Department, $"{record.GetType().Name}:{record.Id:N}", said.State, said.From, said.To, said.IsWithdrawn,
            record.Version + 1)); // the version it will have
    }
}
