namespace Fupin.Workbooks;

/// <summary>How much a finding weighs (校验级别).</summary>
public enum FindingLevel
{
    /// <summary>To be known (提示).</summary>
    Note,

    /// <summary>To be explained later (警告).</summary>
    Warning,

    /// <summary>Stops what stands in the row (错误).</summary>
    Error,
}

/// <summary>What a check says of a cell (校验结果).</summary>
/// <param name="Row">The row, from 1.</param>
/// <param name="Header">The header of the cell's column.</param>
/// <param name="Check">The code of the check.</param>
/// <param name="Level">How much it weighs.</param>
/// <param name="Text">What is wrong, and what to do.</param>
public sealed record Finding(int Row, string Header, string Check, FindingLevel Level, string Text);
