package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.BatchException;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.RejectException;
import dev.eventprocessor.batch.BatchSettings;
import dev.eventprocessor.fakes.aws.FakeContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Lambda is answered for a batch from SQS. */
class BatchAnswerTest {

  private final FakeContext context = new FakeContext();
  private final List<Object> processed = new ArrayList<>();
  private final List<Object> parked = new ArrayList<>();

  @Test
  void aBatchThatIsDoneHasNoFailures() {
    assertEquals(failures(), answer(List.of(message("m1", "fine"), message("m2", "fine"))));
    assertEquals("", context.log());
  }

  @Test
  void onlyTheFailedMessagesAreHandedBack() {
    assertEquals(
        failures("m2"),
        answer(List.of(message("m1", "fine"), message("m2", "broken"), message("m3", "fine"))));
    assertEquals(List.of("m1", "m3"), processed);
    assertTrue(context.log().startsWith("Record m2 failed. java.io.IOException: away"));
  }

  @Test
  void onAFifoQueueTheLaterMessagesOfTheGroupAreHandedBackToo() {
    assertEquals(
        failures("m2", "m4"),
        answer(
            List.of(
                fifo("m1", "b", "fine"),
                fifo("m2", "a", "broken"),
                fifo("m3", "b", "fine"),
                fifo("m4", "a", "fine"))));
    assertEquals(List.of("m1", "m3"), processed);
    assertTrue(context.log().endsWith("1 of 4 records were not run and are handed back.\n"));
  }

  @Test
  void theGroupsOfAFairQueueAreNoOrder() {
    Map<String, Object> fair = new LinkedHashMap<>(message("m2", "fine"));
    fair.put("attributes", Map.of("MessageGroupId", "tenant"));
    Map<String, Object> failed = new LinkedHashMap<>(message("m1", "broken"));
    failed.put("attributes", Map.of("MessageGroupId", "tenant"));

    assertEquals(failures("m1"), answer(List.of(failed, fair)));
  }

  @Test
  void aParkedMessageIsDoneAndTold() {
    assertEquals(failures(), answer(List.of(message("m1", "bad"), message("m2", "fine"))));
    assertEquals(List.of("m1"), parked);
    assertTrue(context.log().startsWith("Record m1 is parked. "), context.log());
  }

  @Test
  void aBatchOfWhichNothingIsDoneIsThrownAsItsFirstFailure() {
    IOException thrown =
        assertThrows(
            IOException.class,
            () -> answer(List.of(message("m1", "broken"), message("m2", "broken"))));

    assertEquals("away", thrown.getMessage());
  }

  @Test
  void nearItsDeadlineACallAnswersWithWhatItHasDone() {
    FakeContext hurried = new FakeContext().remainingMillis(40);

    Object answer =
        answer(
            parking(),
            hurried,
            List.of(message("m1", "slow"), message("m2", "fine"), message("m3", "fine")));

    assertEquals(failures("m2", "m3"), answer);
    assertEquals(List.of("m1"), processed);
    assertEquals("2 of 3 records were not run and are handed back.\n", hurried.log());
  }

  @Test
  void aBatchOfNothingButMessagesInTheWrongShapeIsThrown() {
    Map<String, Object> misshapen = new LinkedHashMap<>(message("m1", "fine"));
    misshapen.put("attributes", "none");

    assertEquals(failures(), answer(List.of(misshapen)));
    assertEquals(List.of("m1"), parked);
    assertThrows(BatchException.class, () -> answer(full(), new FakeContext(), List.of(misshapen)));
  }

  private Object answer(List<Map<String, Object>> messages) {
    return answer(parking(), context, messages);
  }

  private BatchSettings parking() {
    return BatchSettings.DEFAULT.parkingLot(
        (event, reason) -> parked.add(event.get("raw.messageId")));
  }

  private Object answer(
      BatchSettings settings, FakeContext call, List<Map<String, Object>> messages) {
    EventProcessor.Builder processors = EventProcessor.builder().batch(settings);
    processors.otherwise().run(event -> process(event.text("id"), event.text("data")));
    return new SqsSource().handle(Map.of("Records", messages), processors.build(), call);
  }

  private static BatchSettings full() {
    return BatchSettings.DEFAULT.parkingLot(
        (event, reason) -> {
          throw new IOException("full");
        });
  }

  private void process(String id, String body) throws Exception {
    switch (body) {
      case "broken" -> throw new IOException("away");
      case "bad" -> throw new RejectException("never");
      case "slow" -> Thread.sleep(60);
      default -> {}
    }
    processed.add(id);
  }

  private static Object failures(String... ids) {
    List<Object> items = new ArrayList<>();
    for (String id : ids) {
      items.add(Map.of("itemIdentifier", id));
    }
    return Map.of("batchItemFailures", items);
  }

  private static Map<String, Object> message(String id, String body) {
    return Map.of(
        "messageId",
        id,
        "eventSource",
        "aws:sqs",
        "eventSourceARN",
        "arn:aws:sqs:eu-west-1:123456789012:orders",
        "body",
        body);
  }

  private static Map<String, Object> fifo(String id, String group, String body) {
    Map<String, Object> message = new LinkedHashMap<>(message(id, body));
    message.put("attributes", Map.of("MessageGroupId", group, "SequenceNumber", id));
    return message;
  }
}
