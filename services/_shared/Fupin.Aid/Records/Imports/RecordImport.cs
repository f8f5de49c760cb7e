using Fupin.Contracts.Values;
using Fupin.Persistence.Jobs;
using Fupin.Workbooks;

namespace Fupin.Aid.Records.Imports;

/// <summary>How far an import is (导入进度).</summary>
public enum RecordImportState
{
    /// <summary>Its rows are checked (校验中).</summary>
    Checking,

    /// <summary>Its right rows wait for the officer's word (待确认).</summary>
    Waiting,

    /// <summary>Its right rows are taken in (接收中).</summary>
    Taking,

    /// <summary>All is done (已完成).</summary>
    Done,

    /// <summary>It could not be done (失败).</summary>
    Failed,
}

/// <summary>An uploaded workbook of records and what became of it (记录导入); its officer's own.</summary>
public sealed class RecordImport : ILeasedJob
{
    /// <summary>The name of the table.</summary>
    public const string Table = "RecordImports";

    /// <inheritdoc />
    public Guid Id { get; init; }

    /// <summary>The kind of its records.</summary>
    public required string Kind { get; init; }

    /// <summary>Who uploaded it.</summary>
    public Guid OfficerId { get; init; }

    /// <summary>That officer's name.</summary>
    public required string OfficerName { get; init; }

    /// <inheritdoc />
    public DivisionCode Region { get; init; }

    /// <summary>How far it is.</summary>
    public RecordImportState State { get; set; }

    /// <summary>Whether right rows are taken at once.</summary>
    public bool Commit { get; set; }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; set; }

    /// <summary>How many rows are right and about somebody on the register.</summary>
    public int Accepted { get; set; }

    /// <summary>How many rows are wrong.</summary>
    public int Rejected { get; set; }

    /// <summary>How many rows are right and about nobody on the register.</summary>
    public int Unmatched { get; set; }

    /// <summary>How many rows say what was known already.</summary>
    public int AlreadyThere { get; set; }

    /// <summary>How many rows were gone through in the present phase.</summary>
    public int Processed { get; set; }

    /// <summary>The workbook, sealed; gone after its days.</summary>
    public string? Content { get; set; }

    /// <summary>Whom its rows name, as registration said when it was uploaded: places on the register by row.</summary>
    public required string People { get; init; }

    /// <summary>When it was uploaded.</summary>
    public DateTime UploadedAtUtc { get; init; }

    /// <summary>The day on which the workbook is deleted.</summary>
    public DateOnly KeptUntil { get; init; }

    /// <inheritdoc />
    public string? TraceParent { get; set; }

    /// <inheritdoc />
    public string? Owner { get; set; }

    /// <inheritdoc />
    public DateTime LeaseUntilUtc { get; set; }

    /// <inheritdoc />
    public int Attempts { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>What a check says of a cell of an import (校验结果).</summary>
public sealed class RecordImportFinding
{
    /// <summary>The entry.</summary>
    public Guid Id { get; init; }

    /// <summary>The import.</summary>
    public Guid ImportId { get; init; }

    /// <summary>Its place in the list, in the order of the sheet.</summary>
    public int Order { get; init; }

    /// <summary>The row, from 1.</summary>
    public int Row { get; init; }

    /// <summary>The header of the cell's column.</summary>
    public required string Header { get; init; }

    /// <summary>The code of the check.</summary>
    public required string Check { get; init; }

    /// <summary>How much it weighs.</summary>
    public FindingLevel Level { get; init; }

    /// <summary>What is wrong, and what to do.</summary>
    public required string Text { get; init; }
}
