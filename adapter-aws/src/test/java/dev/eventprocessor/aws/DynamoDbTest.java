package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Event;
import dev.eventprocessor.InvalidEventException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changes of items, from the stream of a table. */
class DynamoDbTest {

  private static final String TABLE =
      "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/stream/2026-01-01T00:00:00.000";

  @Test
  void aChangeHasPlainValuesOfItsItemBeforeAndAfter() throws IOException {
    String item =
        """
        {"id": {"S": "o-1"}, "amount": {"N": "12345678901234567890.10"}, "count": {"N": "3"},
         "huge": {"N": "1E+30"}, "paid": {"BOOL": true}, "note": {"NULL": true},
         "tags": {"SS": ["a", "b"]}, "sizes": {"NS": ["1", "2.5"]}, "key": {"B": "AQI="},
         "keys": {"BS": ["AQI="]}, "lines": {"L": [{"M": {"sku": {"S": "x"}}}, {"N": "1"}]}}
        """;

    Event event = Corpus.run(dynamo("MODIFY", item), e -> null).events().get(0);

    Function.assertHolds(
        Map.ofEntries(
            Map.entry("kind", "change"),
            Map.entry("trigger", "aws.dynamodb"),
            Map.entry("id", "e-1"),
            Map.entry("type", "com.amazonaws.dynamodb.MODIFY"),
            Map.entry("sequence", "111"),
            Map.entry("time", "2018-12-17T22:10:50Z"),
            Map.entry("change.op", "modify"),
            Map.entry("change.table", "Orders"),
            Map.entry("change.key", Map.of("id", "o-1")),
            Map.entry("change.view", "NEW_AND_OLD_IMAGES"),
            Map.entry("change.after.amount", new BigDecimal("12345678901234567890.10")),
            Map.entry("change.after.count", 3L),
            Map.entry("change.after.huge", new BigDecimal("1E+30")),
            Map.entry("change.after.paid", true),
            Map.entry("change.after.tags", List.of("a", "b")),
            Map.entry("change.after.sizes", List.of(1L, new BigDecimal("2.5"))),
            Map.entry("change.after.lines", List.of(Map.of("sku", "x"), 1L)),
            Map.entry("change.before", Map.of("count", 2L)),
            Map.entry("data.id", "o-1"),
            Map.entry("resource.name", "Orders")),
        event);
    assertTrue(event.has("data.note"));
    assertArrayEquals(new byte[] {1, 2}, (byte[]) event.get("data.key"));
    assertArrayEquals(new byte[] {1, 2}, (byte[]) event.get("data.keys[0]"));
    assertFalse(event.has("change.expired"));
  }

  @Test
  void anItemThatIsRemovedHasNoDataAndSaysWhetherItExpired() throws IOException {
    Event removed =
        Corpus.run(
                StreamRecords.records(
                    Map.of(
                        "eventSource",
                        "aws:dynamodb",
                        "eventName",
                        "REMOVE",
                        "userIdentity",
                        Map.of("type", "Service", "principalId", "dynamodb.amazonaws.com"),
                        "dynamodb",
                        Map.of("SequenceNumber", "1", "Keys", Map.of("id", Map.of("S", "o"))))),
                e -> null)
            .events()
            .get(0);

    Function.assertHolds(Map.of("change.op", "remove", "change.expired", true), removed);
    assertFalse(removed.has("data"));
    assertFalse(removed.has("time"));
  }

  @Test
  void aNumberOfABillionDigitsStaysSmall() throws IOException {
    Event event =
        Corpus.run(dynamo("INSERT", "{\"n\": {\"N\": \"1E+2147483647\"}}"), e -> null)
            .events()
            .get(0);

    assertEquals(new BigDecimal("1E+2147483647"), event.get("data.n"));
  }

  @Test
  void anAttributeOfNoDocumentedTypeIsTheFailureOfItsRecord() {
    for (String item :
        List.of(
            "{\"id\": {\"X\": \"1\"}}",
            "{\"id\": {}}",
            "{\"id\": {\"S\": \"1\", \"N\": \"1\"}}",
            "{\"id\": {\"N\": \"one\"}}",
            "{\"id\": {\"N\": \"" + "9".repeat(1000) + "\"}}")) {
      assertThrows(
          InvalidEventException.class, () -> Corpus.run(dynamo("INSERT", item), e -> null), item);
    }
  }

  @Test
  void anAttributeOfNoTypeOrTwoIsToldByItsPlace() {
    Map<String, String> faults =
        Map.of(
            "{\"x\": {}}", "NewImage.x should be one type with its value but is a map.",
            "{\"x\": {\"S\": \"a\", \"N\": \"1\"}}",
                "NewImage.x should be one type with its value but is a map.",
            "{\"x\": {\"L\": [{}]}}",
                "NewImage.x.L should be a list of one type with its value each but is a list.",
            "{\"x\": {\"Q\": \"a\"}}", "NewImage.x.Q should be one of S, N, B,");
    faults.forEach(
        (item, fault) -> {
          Exception thrown =
              assertThrows(
                  InvalidEventException.class,
                  () -> Corpus.run(dynamo("INSERT", item), event -> null));
          assertTrue(thrown.getMessage().contains(fault), thrown.getMessage());
        });
  }

  private static String dynamo(String name, String item) {
    return """
        {"Records": [{"eventID": "e-1", "eventName": "NAME", "eventSource": "aws:dynamodb",
          "awsRegion": "eu-west-1", "eventSourceARN": "TABLE",
          "dynamodb": {"ApproximateCreationDateTime": 1545084650, "Keys": {"id": {"S": "o-1"}},
            "NewImage": ITEM, "OldImage": {"count": {"N": "2"}}, "SequenceNumber": "111",
            "StreamViewType": "NEW_AND_OLD_IMAGES"}}]}
        """
        .replace("NAME", name)
        .replace("TABLE", TABLE)
        .replace("ITEM", item);
  }
}
