namespace Fupin.MedicalAid.Settlements;

/// <summary>
/// The principal disease of a bill, where it matters to a layer (病种). Whether it is one of the outpatient special diseases, is paid as a
/// single disease or belongs to a children's programme is said by dated parameters, which carry the member's name.
/// </summary>
internal enum Disease
{
    /// <summary>Malignant tumour (恶性肿瘤).</summary>
    MalignantTumour = 1,

    /// <summary>Uraemia on dialysis (尿毒症透析).</summary>
    Uraemia = 2,

    /// <summary>After the transplant of an organ (器官移植抗排异).</summary>
    Transplant = 3,

    /// <summary>Haemophilia (血友病).</summary>
    Haemophilia = 4,

    /// <summary>Aplastic anaemia (再生障碍性贫血).</summary>
    AplasticAnaemia = 5,

    /// <summary>Severe mental illness (重性精神病).</summary>
    MentalIllness = 6,

    /// <summary>Leukaemia (白血病).</summary>
    Leukaemia = 7,

    /// <summary>Congenital heart disease (先天性心脏病).</summary>
    CongenitalHeart = 8,

    /// <summary>Cataract (白内障).</summary>
    Cataract = 9,

    /// <summary>Cancer of the stomach (胃癌).</summary>
    GastricCancer = 10,
}
