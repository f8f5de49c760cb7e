using Fupin.Contracts.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Fupin.Persistence;

/// <summary>How values of the platform's vocabulary are stored, the same in every service and on both providers (取值存储约定).</summary>
public static class ValueConventions
{
    /// <summary>
    /// Money as fen, divisions as 12 digits, months as yyyy-MM, enums by name, instants as UTC, sealed text as text,
    /// and <see cref="IVersioned"/> as a concurrency token. Call it in ConfigureConventions.
    /// </summary>
    public static void UseFupinValues(this ModelConfigurationBuilder builder)
    {
        builder.Properties<Money>().HaveConversion<MoneyAsFen>();
        builder.Properties<DivisionCode>().HaveConversion<DivisionCodeAsDigits>().HaveMaxLength(12).AreUnicode(false);
        builder.Properties<AidMonth>().HaveConversion<AidMonthAsText>().HaveMaxLength(7).AreUnicode(false);
        builder.Properties<SealedText>().HaveConversion<SealedTextAsText>();
        builder.Properties<DateTime>().HaveConversion<UtcInstant>();
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40).AreUnicode(false);
        builder.Conventions.Add(_ => new VersionConvention());
    }

    private sealed class MoneyAsFen() : ValueConverter<Money, long>(money => money.Fen, fen => new Money(fen));

    private sealed class DivisionCodeAsDigits() : ValueConverter<DivisionCode, string>(code => code.Digits, digits => DivisionCode.Parse(digits));

    private sealed class AidMonthAsText() : ValueConverter<AidMonth, string>(month => month.ToString(), text => AidMonth.Parse(text));

    private sealed class SealedTextAsText() : ValueConverter<SealedText, string>(text => text.Value, value => new SealedText(value));

    // Providers hand instants back without a kind; unspecified would be taken for local time later.
    private sealed class UtcInstant() : ValueConverter<DateTime, DateTime>(instant => instant, stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
