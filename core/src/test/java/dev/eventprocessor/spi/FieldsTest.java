package dev.eventprocessor.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class FieldsTest {

  private final Fields event =
      of(
          """
          {"Records": [
             {"body": "first", "attributes": {"n": "12"}},
             {"body": 4711, "attributes": {"X": 4711, "n": "s3cret", "m": 7, "d": 1.5}},
             "s3cret"],
           "text": "s3cret", "null": null, "base64": "AQID", "broken64": "s3cret!"}
          """);

  @Test
  void whatIsThereIsRead() {
    assertEquals(3, event.size("Records"));
    assertEquals("first", event.element("Records", 0).text("body"));
    assertEquals(12L, event.element("Records", 0).requiredFields("attributes").number("n"));
    assertEquals(7L, event.element("Records", 1).requiredFields("attributes").number("m"));
    assertArrayEquals(new byte[] {1, 2, 3}, event.bytes("base64"));
    assertEquals("s3cret", event.requiredText("text"));
    assertEquals("s3cret", event.map().get("text"));
    assertNotNull(event.element("Records", 0).fields("attributes"));
  }

  @Test
  void whatIsAbsentOrNullIsNull() {
    for (String key : new String[] {"absent", "null"}) {
      assertNull(event.text(key));
      assertNull(event.fields(key));
      assertNull(event.number(key));
      assertNull(event.bytes(key));
      assertEquals(0, event.size(key));
    }
  }

  @Test
  void aFieldOfAnotherTypeIsToldByItsPlace() {
    Fields attributes = event.element("Records", 1).requiredFields("attributes");

    assertShape(
        "In the SQS event, Records[1].attributes.X should be text but is a number.",
        () -> attributes.text("X"));
    assertShape(
        "In the SQS event, Records[1].attributes.n should be a whole number but is text.",
        () -> attributes.number("n"));
    assertShape(
        "In the SQS event, Records[1].attributes.d should be a whole number but is a number.",
        () -> attributes.number("d"));
    assertShape(
        "In the SQS event, Records[1].body should be text but is a number.",
        () -> event.element("Records", 1).bytes("body"));
    assertShape("In the SQS event, text should be a map but is text.", () -> event.fields("text"));
    assertShape(
        "In the SQS event, broken64 should be base64 but is text.", () -> event.bytes("broken64"));
  }

  @Test
  void aListThatIsNoneIsToldByItsPlace() {
    assertShape("In the SQS event, text should be a list but is text.", () -> event.size("text"));
    assertShape(
        "In the SQS event, text should be a list but is text.", () -> event.element("text", 0));
    assertShape(
        "In the SQS event, absent should be a list but is missing.",
        () -> event.element("absent", 0));
    assertShape(
        "In the SQS event, absent should be a list but is missing.",
        () -> event.requiredSize("absent"));
    assertEquals(0, event.size("absent"));
    assertEquals(event.size("Records"), event.requiredSize("Records"));
  }

  @Test
  void whatIsNeitherTextNorAListOfItIsToldByItsPlace() {
    assertShape(
        "In the SQS event, Records[1].body should be text, or a list of it but is a number.",
        () -> event.element("Records", 1).texts("body"));
  }

  @Test
  void anElementThatIsNoMapOrNotThereIsToldByItsPlace() {
    assertShape(
        "In the SQS event, Records[2] should be a map but is text.",
        () -> event.element("Records", 2));
    assertShape(
        "In the SQS event, Records[3] should be a map but is missing.",
        () -> event.element("Records", 3));
  }

  @Test
  void whatIsRequiredAndMissingIsToldByItsPlace() {
    assertShape(
        "In the SQS event, Records[0].attributes.id should be text but is missing.",
        () -> event.element("Records", 0).requiredFields("attributes").requiredText("id"));
    assertShape(
        "In the SQS event, null should be a map but is missing.",
        () -> event.requiredFields("null"));
  }

  @Test
  void aPayloadThatIsNoMapIsToldByItsName() {
    assertShape("The SQS event should be a map but is a list.", () -> of("[]"));
    assertShape("The SQS event should be a map but is missing.", () -> of("null"));
  }

  private static Fields of(String json) {
    return Fields.of(Json.read(json), "SQS event");
  }

  private static void assertShape(String beginning, Executable reading) {
    InvalidEventException thrown = assertThrows(InvalidEventException.class, reading);

    assertEquals(ErrorId.PAYLOAD_WRONG_SHAPE, thrown.id());
    assertTrue(
        thrown.getMessage().startsWith("[payload-wrong-shape] " + beginning), thrown.getMessage());
    assertFalse(thrown.getMessage().contains("s3cret"), thrown.getMessage());
    assertFalse(thrown.getMessage().contains("4711"), thrown.getMessage());
    assertNull(thrown.getCause());
  }

  @Test
  void aWholeNumberIsOneHoweverItIsShipped() {
    Fields fields =
        Fields.of(
            Map.of("long", 5L, "text", "5", "double", 5.0, "half", 5.5, "exact", BigDecimal.TEN),
            "event");

    assertEquals(5L, fields.number("long"));
    assertEquals(5L, fields.number("text"));
    assertEquals(5L, fields.number("double"));
    assertEquals(10L, fields.number("exact"));
    assertThrows(InvalidEventException.class, () -> fields.number("half"));
  }

  @Test
  void aBooleanMayBeShippedAsText() {
    Fields fields = Fields.of(Map.of("yes", true, "no", "false", "maybe", "perhaps"), "event");

    assertEquals(true, fields.flag("yes"));
    assertEquals(false, fields.flag("no"));
    assertNull(fields.flag("absent"));
    assertThrows(InvalidEventException.class, () -> fields.flag("maybe"));
  }

  @Test
  void aListThatIsAbsentIsEmpty() {
    Fields fields = Fields.of(Map.of("list", List.of(1L), "text", "x"), "event");

    assertEquals(List.of(1L), fields.list("list"));
    assertEquals(List.of(), fields.list("absent"));
    assertThrows(InvalidEventException.class, () -> fields.list("text"));
  }
}
