namespace Fupin.MedicalAid.Settlements;

/// <summary>How a patient was treated (就医类别).</summary>
internal enum CareKind
{
    /// <summary>A stay in hospital (住院).</summary>
    Inpatient,

    /// <summary>Outpatient treatment of a special disease (门诊特殊病种); it is paid by ratio and is no stay.</summary>
    Outpatient,
}

/// <summary>Whether the layers pay on a bill at all (结算资格).</summary>
internal enum Standing
{
    /// <summary>They do (可结算).</summary>
    Entitled,

    /// <summary>The bill came too long after discharge (逾期).</summary>
    Late,

    /// <summary>The household left the register and its retention was over (保留期满).</summary>
    RetentionOver,

    /// <summary>The settlement was reversed (已冲销).</summary>
    Cancelled,
}
