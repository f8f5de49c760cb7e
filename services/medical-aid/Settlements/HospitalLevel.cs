namespace Fupin.MedicalAid.Settlements;

/// <summary>Level of a hospital (医院等级); the higher, the less basic insurance pays.</summary>
internal enum HospitalLevel
{
    /// <summary>Town hospital (一级医院).</summary>
    First = 1,

    /// <summary>District hospital (二级医院).</summary>
    Second = 2,

    /// <summary>City hospital (三级医院).</summary>
    Third = 3,
}
