using Fupin.Contracts.Values;

namespace Fupin.SocialAssistance.Insurance;

/// <summary>What an insurance is against (险种).</summary>
internal enum Risk
{
    /// <summary>Accidents of a person (人身意外).</summary>
    Accident,

    /// <summary>Illness of a person (健康).</summary>
    Health,

    /// <summary>The household's property (家庭财产).</summary>
    Property,

    /// <summary>Crops and animals (农业).</summary>
    Farming,
}

/// <summary>Who pays the premium (投保人).</summary>
internal enum Payer
{
    /// <summary>The government (政府).</summary>
    Government,

    /// <summary>The household itself (本户).</summary>
    Household,

    /// <summary>An employer or somebody else (单位或其他).</summary>
    Other,
}

/// <summary>An insurance policy (保单), of a person or of a household.</summary>
internal interface IInsurance
{
    /// <summary>The number of the policy (保单号).</summary>
    string PolicyNo { get; }

    /// <summary>What it is against (险种).</summary>
    Risk Risk { get; }

    /// <summary>Who pays the premium (投保人).</summary>
    Payer Payer { get; }

    /// <summary>The insurer (承保公司).</summary>
    string Insurer { get; }

    /// <summary>The first day (保险期间起).</summary>
    DateOnly From { get; }

    /// <summary>The last day (保险期间止).</summary>
    DateOnly To { get; }

    /// <summary>The premium (保费).</summary>
    Money Premium { get; }

    /// <summary>Whom it insures, where it is a person (被保险人).</summary>
    Guid? Insured { get; }
}
