package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.BatchException;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessorException;
import dev.eventprocessor.InvalidEventException;
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
    try {
      for (Event event : Corpus.run(payload, null).events()) {
        assertTrue(event.text("trigger").startsWith("aws."), what);
        assertFalse(event.has("raw") && event.asMap().containsValue(null) && !event.has("data"));
      }
    } catch (InvalidEventException | BatchException typed) {
      assertEquals("[" + typed.id().text() + "]", typed.getMessage().split(" ", 2)[0], what);
    } catch (EventProcessorException | ClassCastException | NullPointerException other) {
      throw new AssertionError(what, other);
    }
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
