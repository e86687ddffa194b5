package dev.eventprocessor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What {@code inspect} says of a batch in which some records are no events. */
class RejectedRecordsTest {

  private static final String GOOD = "{\"messageId\": \"1\", \"eventSource\": \"aws:sqs\"}";

  private static final String BAD =
      "{\"messageId\": \"2\", \"eventSource\": \"aws:sqs\", \"body\": 5}";

  @Test
  void recordsThatAreNoneAreCountedAndToldApart() {
    Program.Run one = inspect(GOOD, BAD);
    Program.Run two = inspect(GOOD, BAD, BAD);

    assertEquals(2, one.status());
    assertTrue(
        one.out().startsWith("-: 1 event, and 1 record that is none\n"), () -> one.transcript());
    assertTrue(
        two.out().startsWith("-: 1 event, and 2 records that are none\n"), () -> two.transcript());
    assertTrue(two.err().contains("Records[2].body should be text"), () -> two.transcript());
  }

  private static Program.Run inspect(String... records) {
    return Console.run("{\"Records\": [" + String.join(",", records) + "]}", "inspect");
  }
}
