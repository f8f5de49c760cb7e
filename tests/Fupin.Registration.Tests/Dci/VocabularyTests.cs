using Fupin.Contracts.Aid;
using Fupin.Contracts.Codes;
using Fupin.Registration.Dci;

namespace Fupin.Registration.Tests.Dci;

/// <summary>Every word of ours has a place in the partners' vocabulary.</summary>
public sealed class VocabularyTests
{
    [Fact]
    public void No_code_of_ours_is_without_one_of_the_specification()
    {
        var words = Vocabulary.Dci;

        Assert.All(Enum.GetValues<Sex>(), one => Assert.Contains(one, words.Sex.Keys));
        Assert.All(Enum.GetValues<DisabilityType>(), one => Assert.Contains(one, words.DisabilityTypes.Keys));
        Assert.All(Enum.GetValues<EducationLevel>(), one => Assert.Contains(one, words.Education.Keys));
        Assert.All(Enum.GetValues<WorkStatus>(), one => Assert.Contains(one, words.Employment.Keys));
        Assert.All(Enum.GetValues<AidNature>(), one => Assert.Contains(one, words.BenefitTypes.Keys));
        Assert.All(CodeLists.NamesOf("relation_to_head"), name => Assert.Contains(CodeLists.Code("relation_to_head", name)!, words.Relationships.Keys));
        Assert.All(Enum.GetValues<Registry>(), registry => Assert.All(
            [words.RegTypes.ContainsKey(registry), words.RecordTypes.ContainsKey(registry), words.Contexts.ContainsKey(registry), words.Events.ContainsKey(registry)], Assert.True));
        Assert.All(Enum.GetValues<PartnerEvent>(), one => Assert.Contains(Enum.GetValues<Registry>(), registry => words.CodeOf(registry, one) is not null));
    }

    [Theory]
    [InlineData("REGISTER", PartnerEvent.Registered)]
    [InlineData("spdci:common:RegistryEventType:NewHouseHoldMember", PartnerEvent.MemberJoined)]
    [InlineData("enrollement", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    internal void An_event_is_read_with_and_without_a_namespace(string? code, PartnerEvent? what) => Assert.Equal(what, Vocabulary.Dci.EventOf(Registry.Social, code));
}
