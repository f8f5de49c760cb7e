using Fupin.Contracts.Aid.Grpc;
using Fupin.Registration.Accounts;
using Fupin.ServiceDefaults;
using Grpc.Core;
using Grpc.Net.ClientFactory;

namespace Fupin.Registration.WhatIf;

/// <summary>Opens a trial at all departments that give aid (试算部门).</summary>
internal sealed class Departments(GrpcClientFactory clients)
{
    public Trials.TrialsClient ClientOf(string department) => clients.CreateClient<Trials.TrialsClient>(department);

    /// <summary>One stream a department; a draft that a department says no to is a refusal that names its line.</summary>
    public async Task<(IReadOnlyList<DepartmentTrial> Opened, Refusal? No)> OpenAsync(
        string? authorization, IReadOnlyList<DraftedParameter> drafts, CancellationToken ct)
    {
        var opened = new List<DepartmentTrial>();
        foreach (var department in DepartmentsAlive.All)
        {
            try
            {
                opened.Add(await DepartmentTrial.OpenAsync(department, ClientOf(department), authorization, drafts, ct));
            }
            catch (RpcException exception) when (!ct.IsCancellationRequested)
            {
                opened.ForEach(one => one.Dispose());
                return ([], RefusalOf(exception, department, drafts));
            }
        }

        return (opened, null);
    }

    public static Refusal RefusalOf(RpcException exception, string department, IReadOnlyList<DraftedParameter> drafts)
    {
        if (exception.StatusCode is not (StatusCode.InvalidArgument or StatusCode.NotFound)) return WhatIfErrors.DepartmentDown.With(AccountTexts.TitleOf(department));
        var line = 1 + drafts.ToList().FindIndex(draft => draft.Department == department);
        return WhatIfErrors.ParameterRefused.With(line, exception.Status.Detail);
    }
}
