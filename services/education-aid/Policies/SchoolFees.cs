using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;
using Fupin.Contracts.Values;

namespace Fupin.EducationAid.Policies;

/// <summary>
/// Fees of a term that are waived (免学杂费): what the school charges, up to the standard of public schools, boarding left out. What a private
/// school charges beyond that is left to the family; the treasury refunds the school. The trace says as whom the pupil is entitled.
/// </summary>
internal static class SchoolFees
{
    public static void Waive(in Pupil pupil, string standardName, string entitled, PolicyParameters parameters, Decisions decisions)
    {
        var standard = parameters.Money(standardName);
        var charged = pupil.Record?.Tuition;
        var amount = Money.Min(charged ?? standard, standard);
        if (amount <= Money.Zero)
        {
            decisions.Not(pupil.Id)?.Line("school.not.charged");
            return;
        }

        var trace = decisions.Give(pupil.Id, pupil.Term.Period, AidNature.Waiver, amount);
        if (trace is null) return;
        trace.Add(pupil.Term.Line(parameters)).Line(entitled);
        if (charged is { } known) trace.Line("school.charged", known);
        else trace.Line("school.unknown");
        trace.Parameter(standardName).Line("school.smaller", amount);
        if (charged > standard) trace.Line("school.rest", charged.Value - standard);
    }
}
