package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.BatchException;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessorException;
import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.fakes.aws.FakeContext;
import dev.eventprocessor.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Payloads that are cut off, spoilt, or no service's: a typed result, whatever they are. */
class DamagedPayloadTest {

  private static final int CUT = 97;

  private static final int SPOILT = 60;

  /** Stands in no error and no log. */
  private static final String SECRET = "s3cr3t";

  private static final List<@Nullable Object> OTHERS =
      Arrays.asList(null, 17L, "", SECRET + "\u0000{", List.of(), List.of(SECRET), Map.of());

  /** The step into a text that is JSON. */
  private static final String INSIDE = "(JSON)";

  /** Of lists as many elements are spoilt; their further ones are alike. */
  private static final int ELEMENTS = 2;

  @TestFactory
  Stream<DynamicTest> aPayloadThatIsCutOffIsNoJson() throws IOException {
    return tests(
        payload -> {
          byte[] bytes = payload.bytes();
          for (int end = CUT;
              end
                  < new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                      .stripTrailing()
                      .length();
              end += CUT) {
            byte[] cut = Arrays.copyOf(bytes, end);
            assertThrows(InvalidEventException.class, () -> Corpus.run(cut, null));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aValueOfAnotherTypeIsATypedErrorOrAnEvent() throws IOException {
    return tests(
        payload -> {
          for (int seed = 0; seed < SPOILT; seed++) {
            Random random = new Random(seed);
            Object spoilt = spoil(Json.read(payload.bytes()), random, 0.08);
            assertTyped(Json.write(spoilt), payload + " with seed " + seed);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> whateverStandsInAValuesPlaceIsATypedErrorOrAnEventInPortableForm()
      throws IOException {
    return tests(
        payload -> {
          Object sent = Json.read(payload.bytes());
          for (List<Object> place : places(sent)) {
            for (Object other : OTHERS) {
              Object spoilt = with(sent, place, other);
              assertTyped(Json.write(spoilt), payload + " with " + other + " at " + place);
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> whatNoServiceSendsIsATypedErrorOrADirectInvocation() throws IOException {
    return Corpus.payloads("index-offspec.jsonl", "aws").stream()
        .map(
            payload ->
                DynamicTest.dynamicTest(
                    payload.file(),
                    () -> {
                      try {
                        for (Event event : Corpus.run(payload.bytes(), null).events()) {
                          assertTrue(
                              event.text("trigger").equals("aws.direct")
                                  || event.text("trigger").equals(payload.trigger()),
                              () -> "taken for " + event.text("trigger"));
                        }
                      } catch (InvalidEventException typed) {
                        assertFalse(typed.getMessage().isEmpty());
                      }
                    }));
  }

  private interface Check {
    void of(Corpus.Payload payload) throws IOException;
  }

  private static Stream<DynamicTest> tests(Check check) throws IOException {
    return Corpus.payloads("index.jsonl", "aws").stream()
        .map(payload -> DynamicTest.dynamicTest(payload.file(), () -> check.of(payload)));
  }

  private static void assertTyped(byte[] payload, String what) throws IOException {
    FakeContext context = new FakeContext();
    try {
      for (Event event : Corpus.run(payload, null, context).events()) {
        assertTrue(event.text("trigger").startsWith("aws."), what);
        PortableForm.assertHas(event, what);
      }
    } catch (InvalidEventException | BatchException typed) {
      assertEquals("[" + typed.id().text() + "]", typed.getMessage().split(" ", 2)[0], what);
      assertFalse(typed.toString().contains(SECRET), what);
    } catch (EventProcessorException | ClassCastException | NullPointerException other) {
      throw new AssertionError(what, other);
    }
    assertFalse(context.log().contains(SECRET), what);
  }

  /** The ways to all values, from the outermost map on, also those in texts that are JSON. */
  private static List<List<Object>> places(@Nullable Object value) {
    List<List<Object>> places = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> addPlaces(key, inner, places));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < Math.min(ELEMENTS, list.size()); i++) {
        addPlaces(i, list.get(i), places);
      }
    } else if (inside(value) != null) {
      addPlaces(INSIDE, inside(value), places);
    }
    return places;
  }

  /** What a text holds; null where it is no JSON of a map or a list. */
  private static @Nullable Object inside(@Nullable Object value) {
    if (!(value instanceof String text) || !(text.startsWith("{") || text.startsWith("["))) {
      return null;
    }
    try {
      return Json.read(text);
    } catch (InvalidEventException noJson) {
      return null;
    }
  }

  private static void addPlaces(Object first, @Nullable Object inner, List<List<Object>> places) {
    places.add(List.of(first));
    for (List<Object> further : places(inner)) {
      List<Object> place = new ArrayList<>(List.of(first));
      place.addAll(further);
      places.add(place);
    }
  }

  /** A copy with another value in one place. */
  private static @Nullable Object with(
      @Nullable Object value, List<Object> place, @Nullable Object other) {
    if (place.isEmpty()) {
      return other;
    }
    List<Object> further = place.subList(1, place.size());
    if (place.get(0).equals(INSIDE)) {
      return Json.writeText(with(inside(value), further, other));
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>(map);
      copy.put(place.get(0), with(map.get(place.get(0)), further, other));
      return copy;
    }
    List<@Nullable Object> copy = new ArrayList<>((List<?>) value);
    int index = (Integer) place.get(0);
    copy.set(index, with(copy.get(index), further, other));
    return copy;
  }

  /** A copy in which some values, maps and lists among them, are of another type. */
  private static @Nullable Object spoil(@Nullable Object value, Random random, double share) {
    if (random.nextDouble() < share) {
      return switch (random.nextInt(7)) {
        case 0 -> null;
        case 1 -> 17L;
        case 2 -> List.of("x", 1L);
        case 3 -> Map.of("x", 1L);
        case 4 -> "\u0000{";
        case 5 -> 1e300;
        default -> true;
      };
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, inner) -> copy.put(key, spoil(inner, random, share)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(inner -> copy.add(spoil(inner, random, share)));
      return copy;
    }
    return value;
  }
}
