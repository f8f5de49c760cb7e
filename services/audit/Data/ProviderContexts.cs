using Fupin.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Audit.Data;

internal sealed class SqliteAuditDb(DbContextOptions<SqliteAuditDb> options, CurrentScope scope) : AuditDb(options, scope);

internal sealed class SqlServerAuditDb(DbContextOptions<SqlServerAuditDb> options, CurrentScope scope) : AuditDb(options, scope);
