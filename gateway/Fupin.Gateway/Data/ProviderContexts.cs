using Microsoft.EntityFrameworkCore;

namespace Fupin.Gateway.Data;

internal sealed class SqliteGatewayDb(DbContextOptions<SqliteGatewayDb> options) : GatewayDb(options);

internal sealed class SqlServerGatewayDb(DbContextOptions<SqlServerGatewayDb> options) : GatewayDb(options);
