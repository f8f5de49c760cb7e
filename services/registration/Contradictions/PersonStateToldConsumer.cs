using Fupin.Contracts.Aid;
using Fupin.Messaging;
using Fupin.Registration.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Contradictions;

/// <summary>Keeps what a department told of a person, and compares it with what others did (人员状态到达).</summary>
internal sealed class PersonStateToldConsumer(RegistrationDb db, ContradictionReview review) : IConsumer<PersonStateTold>
{
    public async Task Consume(ConsumeContext<PersonStateTold> context)
    {
        var (told, ct) = (context.Message, context.CancellationToken);
        if (told.To < told.From) throw new BadEventException("bad-dates", "A department told a state that ends before it begins.");
        var row = await db.PersonStates.FirstOrDefaultAsync(one => one.Department == told.Department && one.Source == told.Source, ct);
        if (row is null)
        {
            var household = await db.Households.AsNoTracking().Where(one => one.Id == told.HouseholdId).Select(one => new { one.Village }).FirstOrDefaultAsync(ct)
                ?? throw new BadEventException("unknown-household", "A department told the state of a person of a household that was never registered.");
            row = PersonStateRow.Of(told, household.Village);
            db.PersonStates.Add(row);
        }

        if (row.Take(told)) await review.PersonAsync(new PersonKey(row.HouseholdId, row.MemberId, row.Village), ct);
    }
}
