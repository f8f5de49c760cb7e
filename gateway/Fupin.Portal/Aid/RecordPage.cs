using Fupin.Portal.Clients;

namespace Fupin.Portal.Aid;

/// <summary>A page on which a department enters records about a member of a household (资料登记). The household comes by its pseudonym, never by a name.</summary>
public abstract class RecordPage : DeskPage
{
    /// <summary>The household the record is about, once one was chosen.</summary>
    private protected HouseholdView? Household { get; private set; }

    /// <summary>This page without a household, or about one.</summary>
    private protected string Self(string page) => $"/{Department}/{page}";

    private protected async Task LoadHouseholdAsync()
    {
        if (!MayEnter || !Guid.TryParse(List["household"], out var id)) return;
        var answer = await Services.GetAsync<HouseholdView>("registration", $"/households/{id}");
        (Household, Problem) = (answer.Value, Problem ?? answer.Problem);
    }
}
