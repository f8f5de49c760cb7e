using Fupin.ServiceDefaults;

namespace Fupin.Workbooks;

/// <summary>The form of a sheet (表格式样): what a workbook must look like, and with which words anything else is refused.</summary>
/// <param name="Name">The name of the sheet.</param>
/// <param name="Headers">Its headers in the template's order.</param>
/// <param name="Result">The header of the column in which findings come back.</param>
/// <param name="Refusals">How it is refused.</param>
public sealed record SheetForm(string Name, IReadOnlyList<string> Headers, string Result, WorkbookRefusals Refusals)
{
    /// <summary>The headers without which a workbook is refused; all of them unless said otherwise.</summary>
    public IReadOnlyList<string> Required { get; init; } = Headers;

    /// <summary>The headers of columns of days, which spreadsheets hold as numbers; they go back as days.</summary>
    public IReadOnlyList<string> Days { get; init; } = [];
}

/// <summary>How a department refuses a workbook as a whole (工作簿拒绝原因); the numbers and sentences are its own.</summary>
/// <param name="FileMissing">There is no file in the form.</param>
/// <param name="NotAWorkbook">The file is no workbook.</param>
/// <param name="SheetMissing">It lacks the sheet; {0} is its name.</param>
/// <param name="ColumnsMissing">It lacks columns; {0} lists them.</param>
/// <param name="ColumnTwice">A column stands twice; {0} is its header.</param>
/// <param name="HasFormulas">A cell holds a formula; {0} is its place.</param>
/// <param name="HasExternalLinks">It reaches outside itself, or carries macros.</param>
/// <param name="TooLarge">The file is too large.</param>
/// <param name="Unpacks">It would unpack to too much.</param>
/// <param name="TooManyRows">It has too many rows; {0} is the most.</param>
/// <param name="NoRows">It has no rows.</param>
public sealed record WorkbookRefusals(
    Refusal FileMissing,
    Refusal NotAWorkbook,
    Refusal SheetMissing,
    Refusal ColumnsMissing,
    Refusal ColumnTwice,
    Refusal HasFormulas,
    Refusal HasExternalLinks,
    Refusal TooLarge,
    Refusal Unpacks,
    Refusal TooManyRows,
    Refusal NoRows)
{
    /// <summary>All of them, for the description of a route.</summary>
    public Refusal[] All =>
        [FileMissing, NotAWorkbook, SheetMissing, ColumnsMissing, ColumnTwice, HasFormulas, HasExternalLinks, TooLarge, Unpacks, TooManyRows, NoRows];
}
