using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.Employment.Industry;

/// <summary>What a project is (产业类型).</summary>
internal enum IndustryKind
{
    /// <summary>A leading enterprise with its base and farmers (龙头企业＋基地＋农户).</summary>
    Enterprise,

    /// <summary>One village, one product, one shop on the net (电商一村一品一店).</summary>
    ECommerce,

    /// <summary>Rural tourism (乡村旅游).</summary>
    Tourism,
}

/// <summary>How a household has its part in a project (利益联结方式).</summary>
internal enum BenefitLink
{
    /// <summary>A dividend on its share (股份分红).</summary>
    Dividend,

    /// <summary>Rent for its land (土地租金).</summary>
    Rent,

    /// <summary>Wages (务工收入).</summary>
    Employment,

    /// <summary>Growing under contract (订单种养).</summary>
    ContractGrowing,
}

/// <summary>An agreement that links a household with a project (产业带动协议).</summary>
internal sealed class IndustryAgreement : IHouseholdRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The household (户).</summary>
    public Guid HouseholdId { get; set; }

    public DivisionCode Village { get; set; }

    /// <summary>The number of the agreement (协议编号).</summary>
    public string AgreementNo { get; set; } = "";

    /// <summary>Who runs the project (经营主体).</summary>
    public string RunBy { get; set; } = "";

    /// <summary>What the project is (产业类型).</summary>
    public IndustryKind Project { get; set; }

    /// <summary>How the household has its part (利益联结方式).</summary>
    public BenefitLink Link { get; set; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; set; }

    /// <summary>The last day; open when absent.</summary>
    public DateOnly? To { get; set; }

    public int Version { get; set; }

    /// <summary>Whether it covers a day of the year.</summary>
    public bool Covers(int year) => From.Year <= year && (To is not { } to || to.Year >= year);
}
