package dev.eventprocessor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.testing.RandomCases;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedValueTest {

  private static final String SECRET = "s3cret-4711";

  record Order(String id, List<Item> items, Status status, String note) {}

  record Item(String name, int price) {}

  enum Status {
    OPEN,
    PAID
  }

  /** A class, as older applications have them. */
  public static final class Bean {
    public int count;
    private String name;

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }
  }

  record Scalars(
      int i, long l, double d, boolean b, Integer boxed, BigDecimal amount, BigInteger huge) {}

  /** A class with an array. */
  public static final class Tagged {
    public String[] tags;
  }

  record Required(@JsonProperty(required = true) String name) {}

  record Times(Instant at, LocalDate day, Duration length) {}

  record Tree(Tree child) {}

  record Positive(int n) {
    Positive {
      if (n < 0) {
        throw new IllegalStateException(SECRET);
      }
    }
  }

  private static final Event ORDER =
      event(
          """
          {"kind": "queue", "data": {"id": "o-1", "status": "PAID", "unknown": {"x": 1},
           "items": [{"name": "pen", "price": 2}, {"name": "ink", "price": 5.0}]}}""");

  @Test
  void aRecordIsMadeOfAMap() {
    assertEquals(
        new Order("o-1", List.of(new Item("pen", 2), new Item("ink", 5)), Status.PAID, null),
        ORDER.as("data", Order.class));
  }

  @Test
  void theWholeEventIsATypeToo() {
    record Envelope(String kind, Order data) {}

    assertEquals("o-1", ORDER.as(Envelope.class).data().id());
  }

  @Test
  void aListIsOfItsElementsType() {
    List<Item> items = ORDER.list("data.items", Item.class);

    assertEquals(List.of(new Item("pen", 2), new Item("ink", 5)), items);
    assertEquals("ink", ORDER.as("data.items[1]", Item.class).name());
  }

  @Test
  void aClassIsFilledThroughItsFieldsAndSetters() {
    Bean bean = event("{\"count\": 5, \"name\": \"x\"}").as(Bean.class);

    assertEquals(5, bean.count);
    assertEquals("x", bean.getName());
  }

  @Test
  void scalarsAreTypesToo() {
    assertEquals(2, ORDER.as("data.items[0].price", int.class));
    assertEquals("pen", ORDER.as("data.items[0].name", String.class));
    assertEquals(Status.PAID, ORDER.as("data.status", Status.class));
    assertEquals(Set.of("name", "price"), ORDER.as("data.items[0]", Map.class).keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "5.0", "5e0", "50e-1"})
  void aWholeNumberIsOneHoweverItIsWritten(String number) {
    Scalars scalars =
        event(
                "{\"i\":N,\"l\":N,\"d\":N,\"b\":true,\"boxed\":N,\"amount\":N,\"huge\":N}"
                    .replace("N", number))
            .as(Scalars.class);

    assertEquals(5, scalars.i());
    assertEquals(5, scalars.l());
    assertEquals(5, scalars.d());
    assertEquals(5, scalars.boxed());
    assertEquals(0, scalars.amount().compareTo(new BigDecimal(5)));
    assertEquals(BigInteger.valueOf(5), scalars.huge());
  }

  @Test
  void everyJavaNumberThatARuntimeHandsOverWillDo() {
    for (Number number :
        List.of(
            (byte) 5, (short) 5, 5, 5L, 5f, 5d, new BigDecimal("5.00"), BigInteger.valueOf(5))) {
      assertEquals(5, Event.of(Map.of("n", number)).as("n", int.class), number.getClass()::getName);
    }
    assertEquals(0.1, Event.of(Map.of("n", 0.1f)).as("n", double.class));
  }

  @ParameterizedTest
  @CsvSource({
    "i, 5.5",
    "i, 3000000000",
    "i, '\"5\"'",
    "i, '\"\"'",
    "i, true",
    "i, null",
    "i, 1e400",
    "l, 9223372036854775808",
    "l, 0.1",
    "d, 1e400",
    "d, '\"1.5\"'",
    "b, 1",
    "b, '\"true\"'",
    "b, null",
    "boxed, '\"5\"'",
    "boxed, 5.5",
    "boxed, 3000000000",
    "amount, '\"5\"'",
    "huge, 0.5",
    "i, '[5]'",
    "i, '{}'"
  })
  void nothingIsCutRoundedOrMadeIntoAnotherType(String field, String json) {
    Map<String, Object> values = new HashMap<>(Map.of("i", 1, "l", 1, "d", 1, "b", true));
    values.put(field, Json.read(json));

    InvalidEventException thrown =
        assertThrows(
            InvalidEventException.class,
            () -> Event.of(Map.of("data", values)).as("data", Scalars.class));

    assertEquals(ErrorId.VALUE_WRONG_TYPE, thrown.id());
    assertTrue(thrown.getMessage().contains("at \"data." + field + "\""), thrown.getMessage());
    assertNull(thrown.getCause());
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "5.5", "true", "[]", "{}"})
  void textIsTextOnly(String json) {
    Event event = event("{\"name\": " + json + "}");

    assertThrows(InvalidEventException.class, () -> event.as(Required.class));
  }

  @Test
  void aPrimitiveHasToBeThereAndSoDoesWhatIsRequired() {
    assertMessage(event("{\"items\":[{}]}"), Order.class, "\"items[0].price\" but has nothing");
    assertMessage(event("{}"), Required.class, "\"name\" but has nothing");
    assertNull(event("{}").as(Order.class).id());
  }

  @Test
  void anEnumsConstantsAreNamedAndItsNumbersAreNot() {
    assertMessage(
        event("{\"status\": \"" + SECRET + "\"}"), Order.class, "one of OPEN, PAID at \"status\"");
    assertMessage(event("{\"status\": 1}"), Order.class, "\"status\"");
  }

  @Test
  void whatAConstructorRefusesIsToldByTheExceptionsName() {
    assertMessage(event("{\"n\": -1}"), Positive.class, "java.lang.IllegalStateException");
  }

  @Test
  void theFieldsPathHoldsKeysAsAPathWouldAndNothingThatBreaksALogLine() {
    record Prices(Map<String, Integer> all) {}

    assertMessage(event("{\"all\": {\"a.b\": \"x\"}}"), Prices.class, "\"all['a.b']\"");
    assertMessage(event("{\"all\": {\"a\\nb\": \"x\"}}"), Prices.class, "\"all['a?b']\"");
    InvalidEventException thrown =
        assertThrows(
            InvalidEventException.class,
            () -> Event.of(Map.of("all", Map.of("k".repeat(100_000), "x"))).as(Prices.class));
    assertTrue(thrown.getMessage().length() < 400);
  }

  @Test
  void bytesAreBytesAndBase64TextIsToo() {
    byte[] bytes = {1, 2, 3};

    assertArrayEquals(bytes, Event.of(Map.of("b", bytes)).as("b", byte[].class));
    assertArrayEquals(bytes, event("{\"b\": \"AQID\"}").as("b", byte[].class));
    assertThrows(InvalidEventException.class, () -> event("{\"b\": \"*\"}").as("b", byte[].class));
  }

  @Test
  void timesAreReadWhereJacksonsModuleForThemIsThere() {
    Times times =
        event("{\"at\":\"2026-11-25T10:00:00Z\",\"day\":\"2026-11-25\",\"length\":\"PT5M\"}")
            .as(Times.class);

    assertEquals(Instant.parse("2026-11-25T10:00:00Z"), times.at());
    assertEquals(LocalDate.of(2026, 11, 25), times.day());
    assertEquals(Duration.ofMinutes(5), times.length());
    assertMessage(event("{\"at\": \"" + SECRET + "\"}"), Times.class, "Instant at \"at\"");
  }

  @Test
  void nullIsNoValueOfAType() {
    Event event = Event.of(Collections.singletonMap("data", null));

    assertThrows(InvalidEventException.class, () -> event.as("data", Order.class));
    assertThrows(InvalidEventException.class, () -> event.list("data", Order.class));
  }

  @Test
  void whereThePathLeadsNowhereTheValueIsMissing() {
    for (String path : List.of("other", "data.other", "data.items[2]")) {
      InvalidEventException thrown =
          assertThrows(InvalidEventException.class, () -> ORDER.as(path, Order.class));
      assertEquals(ErrorId.VALUE_MISSING, thrown.id());
    }
  }

  @Test
  void aTypeThatNobodyCanMakeIsTheProgramsFault() {
    ConfigurationException thrown =
        assertThrows(ConfigurationException.class, () -> ORDER.as("data", Runnable.class));

    assertEquals(ErrorId.TYPE_UNREADABLE, thrown.id());
    assertThrows(
        ConfigurationException.class, () -> ORDER.as("data.items", Runnable[].class), "elements");
  }

  @Test
  void textWhereAnArrayShouldBeIsTheEventsFault() {
    Event event = event("{\"tags\": \"" + SECRET + "\"}");

    assertMessage(event, Tagged.class, "String[] at \"tags\" but has other text");
    for (Class<?> type : List.of(int[].class, String[].class, Item[].class, int[][].class)) {
      InvalidEventException thrown =
          assertThrows(InvalidEventException.class, () -> event.as("tags", type));
      assertEquals(ErrorId.VALUE_WRONG_TYPE, thrown.id());
      assertTrue(thrown.getMessage().contains(type.getSimpleName()), thrown.getMessage());
    }
  }

  @Test
  void nestingIsBounded() {
    Map<String, Object> deep = new HashMap<>();
    deep.put("child", deep); // Without an end.

    InvalidEventException thrown =
        assertThrows(InvalidEventException.class, () -> Event.of(deep).as(Tree.class));

    assertEquals(ErrorId.PAYLOAD_TOO_DEEP, thrown.id());
  }

  @Test
  void noMessageHoldsAValueWhateverTheEventAndTheType() {
    List<Class<?>> types =
        List.of(Order.class, Item.class, Scalars.class, Times.class, Bean.class, Tree.class);
    RandomCases.check(
        2000,
        random -> {
          Map<String, Object> values = new HashMap<>();
          for (String field : List.of("id", "items", "i", "d", "at", "count", "child", "status")) {
            Object value = RandomCases.value(random, 2);
            values.put(field, random.nextBoolean() ? value : Arrays.asList(SECRET, value));
          }
          Class<?> type = types.get(random.nextInt(types.size()));
          try {
            Event.of(values).as(type);
          } catch (InvalidEventException e) {
            assertEquals(ErrorId.VALUE_WRONG_TYPE, e.id());
            assertFalse(e.getMessage().contains(SECRET), e.getMessage());
            assertNull(e.getCause());
          }
        });
  }

  @Test
  void numbersAreReadWithoutDatabindAndExactly() {
    assertEquals(new BigDecimal("5"), Event.of(Map.of("n", 5)).number("n"));
    assertEquals(new BigDecimal("0.1"), Event.of(Map.of("n", 0.1)).number("n"));
    assertEquals(
        new BigDecimal("12345678901234567890.5"),
        event("{\"n\": 12345678901234567890.5}").number("n"));
    for (Object value : List.of("5", true, Double.NaN, List.of(5))) {
      Event event = Event.of(Map.of("n", value));
      assertEquals(
          ErrorId.VALUE_MISSING,
          assertThrows(InvalidEventException.class, () -> event.number("n")).id());
    }
  }

  @Test
  void databindIsLoadedOnlyWhereATypeIsAskedFor() throws Exception {
    Isolated without = Isolated.all();
    without.run(Probes.UsesNoType.class);
    assertTrue(without.loaded().contains(Event.class.getName()));
    assertFalse(
        without.loaded().stream().anyMatch(name -> name.contains(".databind.")),
        without.loaded()::toString);

    Isolated with = Isolated.all();
    with.run(Probes.UsesAType.class);
    assertTrue(with.loaded().contains("com.fasterxml.jackson.databind.ObjectMapper"));
  }

  @Test
  void withoutJacksonTheMessageNamesTheArtifactEachTime() throws Exception {
    Isolated isolated = Isolated.withoutJackson();
    for (int i = 0; i < 2; i++) {
      ConfigurationException thrown =
          assertThrows(ConfigurationException.class, () -> isolated.run(Probes.UsesAType.class));

      assertEquals(ErrorId.DATABIND_MISSING, thrown.id());
      assertTrue(thrown.getMessage().contains("com.fasterxml.jackson.core:jackson-databind"));
    }
  }

  private static void assertMessage(Event event, Class<?> type, String expected) {
    InvalidEventException thrown = assertThrows(InvalidEventException.class, () -> event.as(type));
    assertEquals(ErrorId.VALUE_WRONG_TYPE, thrown.id());
    assertTrue(thrown.getMessage().contains(expected), thrown.getMessage());
    assertFalse(thrown.getMessage().contains(SECRET), thrown.getMessage());
  }

  @SuppressWarnings("unchecked")
  private static Event event(String json) {
    return Event.of((Map<String, Object>) Json.read(json));
  }
}
