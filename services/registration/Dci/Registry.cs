namespace Fupin.Registration.Dci;

/// <summary>In which form of the DCI specification a partner asks (登记簿形式).</summary>
internal enum Registry
{
    /// <summary>Integrated Beneficiary Registry (受益人统一登记簿): aid accounts; ibr_api 1.0.0.</summary>
    Ibr,

    /// <summary>Social Registry (社会登记簿): households on the register; social_api 1.0.0.</summary>
    Social,
}
