using System.Collections.Concurrent;
using Fupin.Contracts.Registration.Grpc;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fupin.Testing.Register;

/// <summary>Answers over gRPC as registration does, for the people a test puts in; and can be taken down.</summary>
public sealed class StandInRegister : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, PersonReply> people = [];
    private readonly ConcurrentQueue<Question> questions = [];
    private readonly WebApplication app;

    private StandInRegister(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    public IReadOnlyList<Question> Questions => [.. questions];

    /// <summary>Whether calls are answered at all.</summary>
    public bool IsDown { get; set; }

    public static async Task<StandInRegister> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        StandInRegister? self = null;
        builder.Services.AddSingleton(_ => self!);
        var app = builder.Build();
        self = new StandInRegister(app);
        app.MapGrpcService<Face>();
        await app.StartAsync();
        return self;
    }

    public void Put(string idNumber, Guid household, Guid member, string name) =>
        people[idNumber] = new PersonReply { HouseholdId = household.ToString(), MemberId = member.ToString(), Name = name };

    /// <summary>Lets a service ask once before any test counts: the very first call of a process can take longer than a call may.</summary>
    public static Task IsReachedByAsync(IServiceProvider service) => Eventually.IsTrue(async () =>
    {
        await using var scope = service.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<Households.HouseholdsClient>().FindPersonAsync(new PersonRequest { IdNumber = "nobody" });
            return true;
        }
        catch (RpcException exception)
        {
            return exception.StatusCode == StatusCode.NotFound;
        }
    });

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    /// <summary>What was asked, and with whose token.</summary>
    public sealed record Question(string OfficerId, string Purpose, string Case, string Authorization);

    private sealed class Face(StandInRegister register) : Households.HouseholdsBase
    {
        public override Task<IdentifiedReply> GetIdentified(IdentifiedRequest request, ServerCallContext context)
        {
            Answer(request.OfficerId, request.Purpose, request.Case, context);
            var found = register.people.Where(person => person.Value.HouseholdId == request.HouseholdId).ToList();
            if (found.Count == 0) throw NoSuch();
            var reply = new IdentifiedReply { HouseholdId = request.HouseholdId, Number = "武进-0001", Fields = { "name", "idNumber" } };
            reply.Members.AddRange(found.Select(person => new IdentifiedMember { MemberId = person.Value.MemberId, Name = person.Value.Name, IdNumber = person.Key }));
            return Task.FromResult(reply);
        }

        public override Task<PersonReply> FindPerson(PersonRequest request, ServerCallContext context)
        {
            Answer(request.OfficerId, request.Purpose, request.Case, context);
            return register.people.TryGetValue(request.IdNumber, out var person) ? Task.FromResult(person) : throw NoSuch();
        }

        public override Task<PersonsReply> FindPersons(PersonsRequest request, ServerCallContext context)
        {
            Answer(request.OfficerId, request.Purpose, request.Case, context);
            var reply = new PersonsReply();
            reply.Persons.AddRange(Found(request.IdNumbers));
            reply.Households.AddRange(Found(request.HouseholdNumbers));
            return Task.FromResult(reply);
        }

        public override Task<SuggestReply> SuggestPersons(SuggestRequest request, ServerCallContext context)
        {
            Answer(request.OfficerId, request.Purpose, request.Case, context);
            var reply = new SuggestReply();
            reply.Suggestions.AddRange(request.Missed.Select(missed =>
            {
                var suggestions = new Suggestions();
                suggestions.Persons.AddRange(register.people.Where(person => person.Value.Name == missed.Name).Select(person => new Suggestion
                {
                    HouseholdId = person.Value.HouseholdId, MemberId = person.Value.MemberId, Name = $"{missed.Name[..1]}*", IdNumber = "320412******11", Village = missed.Village, Likeness = "name",
                }));
                return suggestions;
            }));
            return Task.FromResult(reply);
        }

        private IEnumerable<FoundPerson> Found(IEnumerable<string> numbers) => numbers.Select((number, place) => (number, place))
            .Where(asked => register.people.ContainsKey(asked.number))
            .Select(asked => new FoundPerson { Place = asked.place, HouseholdId = register.people[asked.number].HouseholdId, MemberId = register.people[asked.number].MemberId });

        private void Answer(string officer, string purpose, string @case, ServerCallContext context)
        {
            if (register.IsDown) throw new RpcException(new Status(StatusCode.Unavailable, "down"));
            register.questions.Enqueue(new Question(officer, purpose, @case, context.RequestHeaders.GetValue("authorization") ?? ""));
        }

        private static RpcException NoSuch() => new(new Status(StatusCode.NotFound, "没有这一户"), new Metadata { { "refusal-code", "REG-0002" } });
    }
}
