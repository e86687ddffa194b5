package dev.eventprocessor.gcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.fakes.gcp.FakeHttpRequest;
import dev.eventprocessor.fakes.gcp.FakeHttpResponse;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.testing.RandomCases;
import dev.eventprocessor.testing.SharedFolder;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FirestoreTest {

  private static final String NAME = "projects/p/databases/(default)/documents/users/u1";

  @Test
  void everyTypeOfValueIsItsPlainValue() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("null", null);
    fields.put("truth", true);
    fields.put("whole", Long.MIN_VALUE);
    fields.put("double", 5.0);
    fields.put("text", "h\u00e9\u20ac\ud83d\ude00");
    fields.put("time", Instant.parse("2020-04-23T14:23:53.241Z"));
    fields.put("reference", new WireWriter.Reference(NAME));
    fields.put("point", new WireWriter.Point(51.5, -0.25));
    fields.put("list", List.of(1L, List.of(), Map.of()));
    fields.put("map", Map.of("inner", "x"));
    WireWriter value =
        WireWriter.document(NAME, fields)
            .message(3, WireWriter.time(Instant.parse("2020-04-23T14:25:05Z")))
            .message(4, WireWriter.time(Instant.parse("1960-01-01T00:00:00.000000001Z")));

    Map<String, Object> data =
        FirestoreProtobuf.decode(new WireWriter().message(1, value).toBytes());

    Map<String, Object> expected = new LinkedHashMap<>(fields);
    expected.put("time", "2020-04-23T14:23:53.241Z");
    expected.put("reference", NAME);
    expected.put("point", Map.of("latitude", 51.5, "longitude", -0.25));
    assertEquals(
        Map.of(
            "value",
            Map.of(
                "name",
                NAME,
                "fields",
                expected,
                "createTime",
                "2020-04-23T14:25:05Z",
                "updateTime",
                "1960-01-01T00:00:00.000000001Z")),
        data);
  }

  @Test
  void theOldValueAndTheMaskAreThereWhereTheyAreSent() {
    byte[] bytes =
        new WireWriter()
            .message(1, WireWriter.document(NAME, Map.of("n", 2L)))
            .message(2, WireWriter.document(NAME, Map.of("n", 1L)))
            .message(3, new WireWriter().text(1, "n").text(1, "m.o"))
            .toBytes();

    Map<String, Object> data = FirestoreProtobuf.decode(bytes);

    assertEquals(Map.of("name", NAME, "fields", Map.of("n", 1L)), data.get("oldValue"));
    assertEquals(Map.of("fieldPaths", List.of("n", "m.o")), data.get("updateMask"));
  }

  @Test
  void emptyDocumentsAndMasksAreNone() {
    WireWriter none = new WireWriter();

    assertEquals(
        Map.of(),
        FirestoreProtobuf.decode(
            new WireWriter().message(1, none).message(2, none).message(3, none).toBytes()));
    assertEquals(
        Map.of(),
        FirestoreJson.decode(
            Map.of("value", Map.of(), "oldValue", Map.of(), "updateMask", Map.of())));
    assertEquals(Map.of(), FirestoreProtobuf.decode(new byte[0]));
    assertEquals(Map.of(), FirestoreJson.decode(Map.of()));
  }

  @Test
  void aDocumentWithoutFieldsIsADocument() {
    byte[] bytes = new WireWriter().message(1, new WireWriter().text(1, NAME)).toBytes();

    assertEquals(
        Map.of("value", Map.of("name", NAME, "fields", Map.of())), FirestoreProtobuf.decode(bytes));
    assertEquals(
        FirestoreProtobuf.decode(bytes),
        FirestoreJson.decode(Map.of("value", Map.of("name", NAME))));
  }

  @Test
  void fieldsOfLaterVersionsAreSkipped() {
    WireWriter later = new WireWriter().whole(99, -1).fraction(98, 1).fixed32(97, 1).text(96, "x");
    WireWriter value = WireWriter.value("kept").message(95, later);
    WireWriter entry = later.message(94, later).text(1, "field").message(2, value);
    byte[] bytes =
        new WireWriter()
            .message(1, new WireWriter().text(99, "x").text(1, NAME).message(2, entry))
            .text(2047, "x")
            .toBytes();

    assertEquals(
        Map.of("value", Map.of("name", NAME, "fields", Map.of("field", "kept"))),
        FirestoreProtobuf.decode(bytes));
  }

  @Test
  void randomDocumentsComeBackFromBothForms() {
    RandomCases.check(
        2000,
        random -> {
          Map<String, Object> fields = FirestoreForms.fields(random, 4);
          byte[] bytes = event(fields);
          byte[] json =
              Json.write(
                  Map.of("value", Map.of("name", NAME, "fields", FirestoreForms.json(fields))));

          Map<String, Object> expected =
              Map.of("value", Map.of("name", NAME, "fields", FirestoreForms.plain(fields)));
          assertEquals(expected, FirestoreForms.plain(FirestoreProtobuf.decode(bytes)));
          assertEquals(expected, FirestoreForms.plain(FirestoreJson.decode(Json.read(json))));
        });
  }

  @Test
  void mutatedBytesGiveADocumentOrATypedErrorAndNothingElse() {
    RandomCases.check(
        20000,
        random -> {
          byte[] bytes = mutated(event(FirestoreForms.fields(random, 3)), random);
          try {
            Json.write(FirestoreProtobuf.decode(bytes));
          } catch (InvalidEventException e) {
            assertTrue(e.getMessage().contains("DocumentEventData: "), e.getMessage());
          }
        });
  }

  @Test
  void whatIsNoProtobufIsToldByItsPlaceAndNeverByItsValue() {
    assertWrong("a length goes beyond the end, at byte 2 in the event", 0x0A, 5, 's');
    assertWrong("a length goes beyond the end, at byte 11 in the event", negativeLength());
    assertWrong("a number has more than 64 bits, at byte 11 in the event", hugeVarint());
    assertWrong("a value goes beyond the end, at byte 1 in the event", 0x80);
    assertWrong("a field has no valid number, at byte 1 in the event", 0x00);
    assertWrong("a field is of a kind that proto3 does not have, at byte 1 in the event", 0x7B);
    assertWrong("field 1 is not of its documented type, at byte 1 in the event", 0x08, 1);
    assertWrong("a text is not UTF-8, at byte 5 in value", 0x0A, 3, 0x0A, 1, 0xFF);
    assertWrong("a field has no value, at byte 4 in value", 0x0A, 2, 0x12, 0);
    assertWrong("a value is of no known type, at byte 6 in value", 0x0A, 4, 0x12, 2, 0x12, 0);
    assertWrong("a null is not null", 0x0A, 6, 0x12, 4, 0x12, 2, 0x58, 1);
    assertWrong("a time is out of range", 0x0A, 10, 0x1A, 8, 0x08, -1, -1, -1, -1, -1, -1, 0x7F);
  }

  @Test
  void aReplacementCharacterOfTheSenderIsText() {
    assertEquals("a\uFFFD", only("f", FirestoreProtobuf.decode(event(Map.of("f", "a\uFFFD")))));
  }

  @Test
  void nestingIsBoundedInBothForms() {
    Map<String, Object> deepest = nested(FirestoreValues.MAX_DEPTH - 1);
    Map<String, Object> deeper = nested(FirestoreValues.MAX_DEPTH);

    assertEquals(1, FirestoreProtobuf.decode(event(deepest)).size());
    assertEquals(1, FirestoreJson.decode(jsonEvent(deepest)).size());
    for (InvalidEventException e :
        List.of(
            assertThrows(
                InvalidEventException.class, () -> FirestoreProtobuf.decode(event(deeper))),
            assertThrows(
                InvalidEventException.class, () -> FirestoreJson.decode(jsonEvent(deeper))))) {
      assertEquals(ErrorId.PAYLOAD_TOO_DEEP, e.id());
    }
  }

  @Test
  void aWrongJsonFormIsToldByItsPlaceAndNeverByItsValue() {
    assertWrongJson("the event should be a map but is text", "s3cret");
    assertWrongJson("value should be a map but is text", Map.of("value", "s3cret"));
    assertWrongJson("name should be text but is a number", Map.of("value", Map.of("name", 4711L)));
    assertWrongJson(
        "updateMask.fieldPaths should be a list but is text",
        Map.of("updateMask", Map.of("fieldPaths", "s3cret")));
    assertWrongValue("a value should be a map but is text", "s3cret");
    assertWrongValue("a value is of no known type", Map.of("s3cret", "s3cret"));
    assertWrongValue(
        "a value has two types", Map.of("stringValue", "s3cret", "integerValue", "4711"));
    assertWrongValue(
        "integerValue should be a whole number but is text", Map.of("integerValue", "s3cret"));
    assertWrongValue("booleanValue should be a boolean", Map.of("booleanValue", "s3cret"));
    assertWrongValue("doubleValue should be a number but is text", Map.of("doubleValue", "s3cret"));
    assertWrongValue(
        "doubleValue is larger than a double", Map.of("doubleValue", new BigDecimal("4711e400")));
    assertWrongValue("bytesValue should be base64 but is text", Map.of("bytesValue", "s3cret!"));
    assertWrongValue("nullValue should be null but is text", Map.of("nullValue", "s3cret"));
    assertWrongValue(
        "arrayValue.values should be a list but is text",
        Map.of("arrayValue", Map.of("values", "s3cret")));
    assertWrongValue("fields should be a map", Map.of("mapValue", Map.of("fields", "s3cret")));
  }

  @Test
  void aWriteWithoutADocumentIsRefusedAndNotTakenForADeletion() {
    for (String data : List.of("", "{}", "{\"value\": {}, \"oldValue\": {}}")) {
      FakeHttpRequest request =
          FakeHttpRequest.post(data)
              .header("ce-specversion", "1.0")
              .header("ce-id", "1")
              .header("ce-type", "google.cloud.firestore.document.v1.written.withAuthContext")
              .header("ce-source", "//firestore.googleapis.com/projects/p/databases/(default)")
              .header("content-type", "application/json");
      Requests requests = new Requests();

      FakeHttpResponse answer = requests.send(request);

      assertEquals(400, answer.status(), data);
      assertTrue(answer.text().contains("neither before nor after"), data);
      assertEquals(List.of(), requests.events());
    }
  }

  @Test
  void aPointLeavesOutItsZeros() {
    assertEquals(
        Map.of("latitude", 0.0, "longitude", 2.0),
        only(
            "f",
            FirestoreJson.decode(jsonValue(Map.of("geoPointValue", Map.of("longitude", 2L))))));
    assertNull(only("f", FirestoreJson.decode(jsonValue(Map.of("nullValue", "NULL_VALUE")))));
  }

  @Test
  void theCollectedPayloadsAreTheSameInBothForms() throws Exception {
    Path folder = SharedFolder.require("corpus").resolve("gcp/firestore");
    for (String name : List.of("simple", "complex")) {
      Object wire = recorded(folder, name + "-protobuf").get("data_base64");
      Map<String, Object> fromWire =
          FirestoreProtobuf.decode(Base64.getDecoder().decode((String) wire));
      Map<String, Object> fromJson =
          FirestoreJson.decode(recorded(folder, name + "-json").get("data"));

      assertFalse(((Map<?, ?>) ((Map<?, ?>) fromWire.get("value")).get("fields")).isEmpty());
      assertEquals(fromJson, fromWire);
    }
  }

  private static Map<?, ?> recorded(Path folder, String name) throws Exception {
    return (Map<?, ?>)
        Json.read(
            Files.readAllBytes(folder.resolve("gce-bin-DocumentEventData-" + name + ".json")));
  }

  private static byte[] event(Map<String, Object> fields) {
    return new WireWriter().message(1, WireWriter.document(NAME, fields)).toBytes();
  }

  private static Map<String, Object> jsonEvent(Map<String, Object> fields) {
    return Map.of("value", Map.of("fields", FirestoreForms.json(fields)));
  }

  private static Map<String, Object> jsonValue(Object value) {
    return Map.of("value", Map.of("fields", Map.of("f", value)));
  }

  private static Object only(String field, Map<String, Object> data) {
    return ((Map<?, ?>) ((Map<?, ?>) data.get("value")).get("fields")).get(field);
  }

  private static Map<String, Object> nested(int depth) {
    Object value = 1L;
    for (int i = 0; i < depth; i++) {
      value = i % 2 == 0 ? List.of(value) : Map.of("f", value);
    }
    return Map.of("f", value);
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    byte[] mutated = bytes.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
    }
    return random.nextInt(4) == 0
        ? Arrays.copyOf(mutated, random.nextInt(mutated.length + 1))
        : mutated;
  }

  private static int[] negativeLength() {
    return new int[] {0x0A, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1};
  }

  private static int[] hugeVarint() {
    return new int[] {0x78, -1, -1, -1, -1, -1, -1, -1, -1, -1, 2};
  }

  private static void assertWrong(String what, int... bytes) {
    byte[] event = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      event[i] = (byte) bytes[i];
    }
    InvalidEventException e =
        assertThrows(InvalidEventException.class, () -> FirestoreProtobuf.decode(event));
    assertEquals(ErrorId.PAYLOAD_WRONG_SHAPE, e.id());
    assertTrue(e.getMessage().contains("DocumentEventData: " + what), e.getMessage());
  }

  private static void assertWrongValue(String what, Object value) {
    assertWrongJson(what, jsonValue(value));
  }

  private static void assertWrongJson(String what, Object event) {
    InvalidEventException e =
        assertThrows(InvalidEventException.class, () -> FirestoreJson.decode(event));
    assertTrue(e.getMessage().contains("DocumentEventData: " + what), e.getMessage());
    assertFalse(e.getMessage().contains("s3cret"), e.getMessage());
    assertFalse(e.getMessage().contains("4711"), e.getMessage());
  }
}
