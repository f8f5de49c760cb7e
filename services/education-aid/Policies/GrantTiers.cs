using Fupin.Aid.Policies;
using Fupin.Contracts.Aid;

namespace Fupin.EducationAid.Policies;

/// <summary>The tiers of a grant (助学金档次), by the names of their parameters, and the one that names which of them registered households have.</summary>
internal sealed record GrantTiers(string Registered, string First, string Second, string Third)
{
    public void Give(in Pupil pupil, PolicyParameters parameters, Decisions decisions)
    {
        var tier = parameters.Number(Registered) switch { 1 => First, 2 => Second, _ => Third };
        decisions.Give(pupil.Id, pupil.Term.Period, AidNature.Cash, parameters.Money(tier))?
            .Add(pupil.Term.Line(parameters))
            .Parameter(Registered)
            .Parameter(tier);
    }
}
