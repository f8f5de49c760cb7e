using Fupin.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fupin.Registration.Data;

internal sealed class SqliteRegistrationDb(DbContextOptions<SqliteRegistrationDb> options, CurrentScope scope) : RegistrationDb(options, scope);

internal sealed class SqlServerRegistrationDb(DbContextOptions<SqlServerRegistrationDb> options, CurrentScope scope) : RegistrationDb(options, scope);
