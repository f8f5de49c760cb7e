using Fupin.Contracts.Values;

namespace Fupin.Registration.Divisions;

/// <summary>The level of a division (区划级别).</summary>
internal enum DivisionLevel
{
    /// <summary>District (区、县).</summary>
    County,

    /// <summary>Town or street (镇、街道).</summary>
    Town,

    /// <summary>Village or community (行政村、社区).</summary>
    Village,
}

/// <summary>A division with its statistical code (行政区划), as published on 2016-07-31.</summary>
internal sealed class Division
{
    public DivisionCode Code { get; init; }

    public string Name { get; init; } = "";

    public DivisionLevel Level { get; init; }

    /// <summary>What it is: street, town, village_committee, community, virtual and so on.</summary>
    public string Kind { get; init; } = "";

    public DivisionCode Parent { get; init; }

    /// <summary>Whether people live there; a virtual community is a placeholder.</summary>
    public bool IsReal => Kind != "virtual";
}

/// <summary>A unit that people name and statistics do not (别名单位): the coded unit in which its villages are found.</summary>
internal sealed class DivisionAlias
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public DivisionCode StandsFor { get; set; }

    public string Basis { get; set; } = "";
}
