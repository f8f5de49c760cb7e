using System.Globalization;
using Fupin.Aid.Records;
using Fupin.Contracts.Values;

namespace Fupin.SocialAssistance.Prices;

/// <summary>The price indices of a month (价格指数), as statistics published them; they hold for all households.</summary>
internal sealed class PriceIndex : IRecord
{
    public Guid Id { get; set; }

    public string Key { get; set; } = "";

    /// <summary>The month (指数月份).</summary>
    public AidMonth Month { get; set; }

    /// <summary>By how many per cent consumer prices rose in a year (居民消费价格同比涨幅).</summary>
    public string Cpi { get; set; } = "";

    /// <summary>By how many per cent food prices rose in a year (食品价格同比涨幅).</summary>
    public string Food { get; set; } = "";

    /// <summary>The day on which it was published (发布日期).</summary>
    public DateOnly PublishedOn { get; set; }

    public int Version { get; set; }

    /// <summary>The rise of consumer prices in basis points (万分比).</summary>
    public int CpiRise => BasisPoints(Cpi);

    /// <summary>The rise of food prices in basis points (万分比).</summary>
    public int FoodRise => BasisPoints(Food);

    private static int BasisPoints(string perCent) =>
        (int)(decimal.Parse(perCent, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * 100m);
}
