package dev.eventprocessor.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class Rfc3339Test {

  @Test
  void aTimeWithItsOffsetIsItself() {
    for (String time :
        List.of(
            "2020-01-01T00:00:00Z",
            "2020-01-01T00:00:00.123456789Z",
            "2020-01-01T00:00:00.5+05:30",
            "2020-01-01T00:00:00-07:00",
            "2020-01-01t00:00:00z")) {
      assertEquals(time, Rfc3339.of(time));
    }
  }

  @Test
  void whatSaysNoTimeInThatFormIsNone() {
    assertNull(Rfc3339.of(null));
    for (String text :
        List.of(
            "",
            "bad",
            "2020-01-01",
            "2020-01-01T00:00Z",
            "2020-01-01 00:00:00Z",
            "2020-01-01T00:00:00",
            "2020-01-01T00:00:00.Z",
            "2020-01-01T00:00:00Zx",
            "2020-01-01T00:00:00+0530",
            "2020-01-01T00:00:00+05:300",
            "2020-01-01T00:00:00*05:30",
            "+02020-01-01T00:00:00Z")) {
      assertNull(Rfc3339.of(text), text);
    }
  }
}
