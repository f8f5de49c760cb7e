using Fupin.Contracts.Values;

namespace Fupin.Portal.Clients;

// What pages read of the services' answers; the services' own records are authoritative.
internal sealed record Work(IReadOnlyList<WorkStep> Steps);

internal sealed record WorkStep(string Step, int Batches, int Cases, IReadOnlyList<WorkBatch> First);

internal sealed record WorkBatch(Guid Id, string Number, string VillageName, int Cases, DateTime SinceUtc, int? DaysLeft);

internal sealed record ImportList(IReadOnlyList<ImportView> Items, Guid? Next);

internal sealed record ImportFinding(int Row, string Header, string Check, string Level, string Text);

internal sealed record ImportView(
    Guid Id, string State, int Rows, int Households, int Processed, int Accepted, int Rejected, int AlreadyThere, DateTime UploadedAtUtc, bool WorkbookKept,
    IReadOnlyList<ImportFinding> Findings);

public sealed record Division(string Code, string Name, string Level, IReadOnlyList<Division> Inside);

internal sealed record BatchList(IReadOnlyList<BatchLine> Items, string? Next);

internal sealed record BatchLine(Guid Id, string Number, string VillageName, string State, bool IsOpen, int Cases, DateTime OpenedAtUtc);

internal sealed record CaseView(
    Guid Id, int Number, Guid HouseholdId, string Head, string? Group, int Members, Money? PerCapita, string State, DateTime SinceUtc,
    int? VotesFor, int? VotesAgainst, int? VotesAbstain, bool InTownSample, bool InDistrictSample, int Objections, int OpenObjections);

internal sealed record StepView(string Step, string From, string To, string Officer, DateTime AtUtc, string? Reason, IReadOnlyList<int> Numbers);

internal sealed record DueStepView(string Step, int Cases, bool Mine);

internal sealed record NoticeView(string Round, DateOnly StartedOn, int Days, DateOnly ClosableOn, DateOnly? ClosedOn, int DaysLeft, string? Place);

internal sealed record BatchView(
    Guid Id, string Number, string Village, string VillageName, string State, bool IsOpen, IReadOnlyList<DueStepView> Due, IReadOnlyList<CaseView> Cases,
    IReadOnlyList<NoticeView> Notices, IReadOnlyList<StepView> Steps);

internal sealed record StepResult(string State, IReadOnlyList<HeldCase> Held);

internal sealed record HeldCase(int Number, string Text);

internal sealed record NoticeRow(int Number, string? Group, string Head, int Members);

internal sealed record NoticeListView(string Batch, string VillageName, string? Round, DateOnly? StartedOn, DateOnly? ClosableOn, string? Place, IReadOnlyList<NoticeRow> Rows);

internal sealed record ObjectionView(int Number, bool Anonymous, string Text, DateTime RaisedAtUtc, bool? Upheld, string? Answer, string? AnsweredBy, DateTime? AnsweredAtUtc);

internal sealed record CaseDetail(Guid BatchId, string Batch, string VillageName, CaseView Case, IReadOnlyList<ObjectionView> Objections, IReadOnlyList<StepView> Steps);

internal sealed record AccountView(
    Guid Household, string? Number, string? Text, string Month, int Revision, DateTime? StackedAtUtc, IReadOnlyList<AccountItemView> Items, Money Proposed, Money Granted,
    IReadOnlyList<AccountDepartment> Departments, IReadOnlyList<CountedView> Counted, IReadOnlyList<string> Months);

internal sealed record AccountItemView(
    Guid Id, string Department, string Policy, string PolicyName, string Beneficiary, string Period, string Nature, Money Proposed, Money Granted, string State,
    IReadOnlyList<ReductionView> Reductions, IReadOnlyList<TraceView> Trace);

internal sealed record ReductionView(string Rule, Money Amount, string Text);

internal sealed record TraceView(string Label, string Value, string? Basis);

internal sealed record AccountDepartment(string Name, string Title, int? Revision, string State, string Text);

internal sealed record CountedView(string View, string Policy, Money Amount);

internal sealed record AidWork(string Month, int NotStacked, int ToApprove, Money ToApproveSum, int ToConfirm, int Overpaid);

internal sealed record ProposalPage(IReadOnlyList<ProposalView> Items, long? Next, int? Total);

internal sealed record ProposalView(
    Guid ItemId, Guid HouseholdId, string Village, string Policy, string PolicyName, string Month, string Period, string Nature, Money Proposed, Money Granted,
    string State, string? Outcome, bool IsWithdrawn, string Why, Money Overpaid, string Overpayment);

internal sealed record ApprovalView(
    Guid Id, string Month, string State, int Count, Money Sum, Guid ApprovedBy, string ApprovedByName, DateTime ApprovedAtUtc, string? ClosedByName, DateTime? ClosedAtUtc, string? Reason);

internal sealed record StoryView(IReadOnlyList<StoryLine> Entries, long? After);

internal sealed record StoryLine(long Sequence, DateTime HappenedAtUtc, string Department, string Event, string Text, string Hash);

internal sealed record VerifyView(bool Whole, long Entries, long? FirstBadSequence, string? ExpectedHash, string? FoundHash, string LastHash);

internal sealed record EventPage(IReadOnlyList<EventLine> Entries, long? Before);

internal sealed record EventLine(long Sequence, string Event, string Department, Guid? HouseholdId, DateTime HappenedAtUtc, string Hash);

internal sealed record HouseholdList(IReadOnlyList<HouseholdLine> Items, Guid? Next, int? Total);

internal sealed record HouseholdLine(Guid Id, string? Number, string Village, string? Group, string Head, int Members, string Attribute, string State);

public sealed record MemberView(
    Guid Id, string RelationName, string Name, string IdNumber, string Sex, AgeBand Age, bool HasCertificate, string? LabourAbility, string? Education, string? Student,
    string? School, string? Work);

public sealed record SheetView(
    int Year, int Persons, Money Wages, Money Operating, Money OperatingCost, Money Property, IReadOnlyDictionary<string, Money> Transfers, Money TransferExpense,
    IReadOnlyDictionary<string, Money> Totals, Money PerCapita);

public sealed record HouseholdCase(Guid Id, Guid BatchId, int Attempt, string State);

public sealed record HouseholdView(
    Guid Id, string? Number, string Village, string VillageName, string? Group, string Attribute, string MainCause, IReadOnlyList<string> OtherCauses, string State, string Head,
    string? Phone, string? BankName, string? BankAccount, DateOnly? RegisteredOn, DateOnly? ExitedOn, DateOnly? RetainedUntil, IReadOnlyList<MemberView> Members,
    IReadOnlyList<SheetView> Income, IReadOnlyList<HouseholdCase> Cases);

internal sealed record DataUseList(IReadOnlyList<DataUseLine> Items);

internal sealed record DataUseLine(DateTime AtUtc, string Officer, string Department, string Purpose, string? Reason, string? Case, IReadOnlyList<string> Fields);

internal sealed record RevealedView(IReadOnlyList<string> Fields, string? Phone, string? BankName, string? BankAccount, IReadOnlyList<RevealedMember> Members);

internal sealed record RevealedMember(Guid Id, string? Name, string? IdNumber, string? Certificate, IReadOnlyList<string>? Health);

internal sealed record WhyView(
    Guid ItemId, Guid HouseholdId, Guid? MemberId, string Department, string Policy, string PolicyName, string Basis, string Month, string Period, string Nature,
    string ParameterVersion, Money Proposed, Money Granted, string State, string? Outcome, IReadOnlyList<WhyInput> Inputs, IReadOnlyList<WhyParameter> Parameters,
    IReadOnlyList<TraceView> Trace, IReadOnlyList<ReductionView> Reductions, IReadOnlyList<string> WouldChange);

internal sealed record WhyInput(string Label, string Value, string Source, DateOnly? On);

internal sealed record WhyParameter(string Label, string Value, string Unit, DateOnly From, DateOnly? To, string Basis, bool IsUnconfirmed);

internal sealed record AbsenceView(IReadOnlyList<PolicyAbsenceView> Policies);

internal sealed record PolicyAbsenceView(string Policy, string PolicyName, string Basis, IReadOnlyList<AbsenceReason> Reasons);

internal sealed record AbsenceReason(Guid? MemberId, IReadOnlyList<TraceView> Lines);

internal sealed record StartedView(Guid Id);

internal sealed record WhatIfView(
    Guid Id, string State, int Households, int Processed, string? Reason, string StartedBy, DateTime StartedAtUtc, WhatIfAsked Request, WhatIfSums? Result);

internal sealed record WhatIfAsked(string Month, int Months);

internal sealed record WhatIfSums(
    int Households, Money Now, Money Then, IReadOnlyList<PolicyChangeView> Policies, IReadOnlyList<MonthChangeView> Months, IReadOnlyList<GroupView> Towns,
    IReadOnlyList<GroupView> Ages, IReadOnlyList<GroupView> Classes, int Winners, int Losers, IReadOnlyList<LoserView> LargestLosers);

internal sealed record PolicyChangeView(string Department, string Policy, string Name, int CountNow, int CountThen, Money Now, Money Then);

internal sealed record MonthChangeView(string Month, Money Now, Money Then);

internal sealed record GroupView(string Key, int? Households, int? Winners, int? Losers, Money? Difference);

internal sealed record LoserView(Guid HouseholdId, string? Number, string Attribute, Money Now, Money Then);

internal sealed record EntitlementView(
    string Month, bool BelowLine, Money PerCapita, Money Line, Money Granted, IReadOnlyList<EntitlementAid> Aids, IReadOnlyList<EntitlementNot> NotGivenAids);

internal sealed record EntitlementAid(
    string Department, string Policy, string Name, string Basis, int? Member, string Nature, Money Granted, string State, IReadOnlyList<string> Reductions,
    IReadOnlyList<TraceView> Trace);

internal sealed record EntitlementNot(string Name, int? Member, IReadOnlyList<TraceView> Reasons);

internal sealed record ContradictionList(int Open, int Late, IReadOnlyList<ContradictionView> Items);

internal sealed record ContradictionView(
    Guid Id, Guid HouseholdId, string? Number, string Text, string Basis, string FirstTitle, DateOnly FirstFrom, string SecondTitle, DateOnly SecondFrom,
    string OwnerTitle, DateTime OpenedAtUtc, DateOnly DueOn, bool IsLate, string? Reply, string? RepliedByName, DateTime? RepliedAtUtc,
    string? Outcome, string? Reason, string? ClosedByName, DateTime? ClosedAtUtc, bool Mine);

internal sealed record RegisterChangeView(
    Guid Id, Guid HouseholdId, string? Number, string Kind, string State, string Reason, string EnteredByName, DateTime EnteredAtUtc, DateOnly? HoldsFrom, bool Mine);

internal sealed record RetentionList(int Days, int Count, IReadOnlyList<RetentionView> Items);

internal sealed record RetentionView(Guid Id, string? Number, string Head, DateOnly ExitedOn, DateOnly RetainedUntil, int DaysLeft);

internal sealed record AccountHistory(IReadOnlyList<ItemStory> Items);

internal sealed record ItemStory(Guid ItemId, string DepartmentTitle, string Policy, string PolicyName, string Beneficiary, string Month, string Period, IReadOnlyList<StoryStep> Steps);

internal sealed record StoryStep(DateTime AtUtc, string What, Money Amount, string Text);
