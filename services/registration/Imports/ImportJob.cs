using Fupin.Contracts.Values;
using Fupin.Persistence.Jobs;
using Fupin.Workbooks;

namespace Fupin.Registration.Imports;

/// <summary>How far an import is (导入进度).</summary>
internal enum ImportState
{
    /// <summary>Its rows are checked (校验中).</summary>
    Checking,

    /// <summary>Its right households wait for the officer's word (待确认).</summary>
    Waiting,

    /// <summary>Its right households are taken in (接收中).</summary>
    Taking,

    /// <summary>All is done (已完成).</summary>
    Done,

    /// <summary>It could not be done (失败).</summary>
    Failed,
}

/// <summary>An uploaded workbook and what became of it (导入). Whichever replica holds the lease works on it; the cursor moves in the save of the work.</summary>
internal sealed class ImportJob : ILeasedJob
{
    public const string Table = "Imports";

    public Guid Id { get; init; }

    public Guid OfficerId { get; init; }

    public string OfficerName { get; init; } = "";

    /// <summary>The region of the officer, in which the import works.</summary>
    public DivisionCode Region { get; init; }

    public ImportState State { get; set; }

    /// <summary>Whether right households are taken at once.</summary>
    public bool Commit { get; set; }

    public int Rows { get; set; }

    public int Households { get; set; }

    public int Accepted { get; set; }

    public int Rejected { get; set; }

    /// <summary>How many of the accepted are saved.</summary>
    public int Taken { get; set; }

    /// <summary>Households that were on file already.</summary>
    public int AlreadyThere { get; set; }

    /// <summary>How many households were gone through in the present phase.</summary>
    public int Processed { get; set; }

    /// <summary>The workbook, sealed; gone after its days.</summary>
    public string? Content { get; set; }

    public DateTime UploadedAtUtc { get; init; }

    /// <summary>The day on which the workbook is deleted.</summary>
    public DateOnly KeptUntil { get; init; }

    /// <summary>The W3C trace context of the upload, or of the word to take in: the work in the background goes on under it.</summary>
    public string? TraceParent { get; set; }

    public string? Owner { get; set; }

    public DateTime LeaseUntilUtc { get; set; }

    public int Attempts { get; set; }

    public int Version { get; set; }
}

/// <summary>What a check says of a cell (校验结果).</summary>
internal sealed class ImportFinding
{
    public Guid Id { get; init; }

    public Guid ImportId { get; init; }

    /// <summary>Its place in the list, in the order of the data.</summary>
    public int Order { get; init; }

    public int Row { get; init; }

    public string Header { get; init; } = "";

    public string Check { get; init; } = "";

    public FindingLevel Level { get; init; }

    public string Text { get; init; } = "";
}

/// <summary>A check as data (校验规则): how much it weighs, its limits, and its sentence, from a day on.</summary>
internal sealed class CheckRule
{
    public Guid Id { get; init; }

    public string Check { get; init; } = "";

    public FindingLevel Level { get; init; }

    public long? Low { get; init; }

    public long? High { get; init; }

    /// <summary>What to do, with {0} and {1} for the limits or what the check puts there.</summary>
    public string Text { get; init; } = "";

    public DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    public string Basis { get; init; } = "";
}
