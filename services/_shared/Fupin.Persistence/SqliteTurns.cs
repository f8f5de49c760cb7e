using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fupin.Persistence;

/// <summary>
/// Lets the writers of a SQLite file begin one after the other, in the order in which they came: a request does not starve beside queues
/// that write without a pause, as it would in SQLite's own waiting, which sleeps and tries again. It is no protection, only order:
/// protecting is SQLite's, other processes do not wait here, and who waited too long goes and asks SQLite.
/// </summary>
internal sealed class SqliteTurns : DbTransactionInterceptor, IDbConnectionInterceptor
{
    public static readonly SqliteTurns Instance = new();

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> files = new();
    private readonly ConcurrentDictionary<DbConnection, SemaphoreSlim> held = new();

    public override InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        var turn = TurnOf(connection);
        if (turn.Wait(Patience)) Hold(connection, turn);
        return result;
    }

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        var turn = TurnOf(connection);
        if (await turn.WaitAsync(Patience, cancellationToken)) Hold(connection, turn);
        return result;
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Release(eventData.Context?.Database.GetDbConnection());

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Release(eventData.Context?.Database.GetDbConnection());
        return Task.CompletedTask;
    }

    public override void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => Release(eventData.Context?.Database.GetDbConnection());

    public override Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Release(eventData.Context?.Database.GetDbConnection());
        return Task.CompletedTask;
    }

    // A transaction that is only disposed of, or could not begin, says nothing; its connection is closed with it.
    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Release(connection);

    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        Release(connection);
        return Task.CompletedTask;
    }

    private SemaphoreSlim TurnOf(DbConnection connection) => files.GetOrAdd(connection.DataSource, _ => new SemaphoreSlim(1));

    private void Hold(DbConnection connection, SemaphoreSlim turn)
    {
        if (!held.TryAdd(connection, turn)) turn.Release();
    }

    private void Release(DbConnection? connection)
    {
        if (connection is not null && held.TryRemove(connection, out var turn)) turn.Release();
    }
}
