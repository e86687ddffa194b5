package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.eventprocessor.testing.RandomCases;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

  @ParameterizedTest
  @CsvSource({
    "2024-02-17T11:53:08Z, 2024-02-17T11:53:08Z",
    "2024-02-17T11:53:08.431Z, 2024-02-17T11:53:08.431Z",
    "2024-02-17T11:53:08.431+0000, 2024-02-17T11:53:08.431+00:00",
    "2024-02-17T11:53:08-0830, 2024-02-17T11:53:08-08:30",
    "2024-02-17T11:53:08+05:30, 2024-02-17T11:53:08+05:30"
  })
  void textIsATimeWithItsOffsetsColon(String text, String time) {
    assertEquals(time, Times.of(text));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2024-02-17T11:53:08",
        "2024-02-17 11:53:08Z",
        "2024-02-17T11:53:08.431",
        "Jan 1, 1970, 12:33:41 AM",
        "20240217T115308Z....",
        "2024-02-17T11:53:08.Z",
        "2024-02-17T11:53:08.4x1Z",
        "2024-02-17T11:53:08Z ",
        "2024-02-17T11:53:08+5:30",
        "2024-02-17T11:53:08.431+000"
      })
  void whatIsNoTimeOrHasNoZoneIsAbsent(String text) {
    assertNull(Times.of(text));
  }

  @Test
  void secondsHaveTheirFraction() {
    assertEquals(
        "2018-12-17T22:10:50.987Z", Times.ofEpochSeconds(new BigDecimal("1545084650.987")));
    assertEquals("2018-12-17T22:10:50Z", Times.ofEpochSeconds(BigDecimal.valueOf(1545084650L)));
    assertNull(Times.ofEpochSeconds(null));
    assertNull(Times.ofEpochSeconds(new BigDecimal("1e999999999")));
    assertEquals("1970-01-01T00:00:00Z", Times.ofEpochSeconds(new BigDecimal("1e-999999999")));
  }

  @Test
  void millisecondsAreTheTimeThatTheJdkMakesOfThem() {
    RandomCases.check(
        20_000,
        random -> {
          long millis =
              random.nextInt(4) == 0
                  ? random.nextLong(-1000, 1000) * 86_400_000 - random.nextInt(2)
                  : random.nextLong(-62_135_596_800_000L, 253_402_300_800_000L);

          assertEquals(Instant.ofEpochMilli(millis).toString(), Times.ofEpochMillis(millis));
        });
    assertNull(Times.ofEpochMillis(253_402_300_800_000L));
    assertNull(Times.ofEpochMillis(Long.MIN_VALUE));
  }
}
