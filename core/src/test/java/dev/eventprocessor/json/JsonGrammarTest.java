package dev.eventprocessor.json;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.InvalidEventException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * RFC 8259, section by section: what its grammar takes, and what it does not. Each text is tried as
 * it is and, where it is a value, in every place where a value may stand.
 */
class JsonGrammarTest {

  static List<String> values() {
    List<String> values = new ArrayList<>();
    // 3. Values
    values.addAll(List.of("null", "true", "false", "{}", "[]", "\"\"", "0"));
    // 4. Objects
    values.addAll(
        List.of(
            "{\"a\":1}",
            "{\"\":0}",
            "{\"a\":1,\"b\":2}",
            "{\"a\":1,\"a\":2}",
            "{\"a\":{\"a\":{}}}",
            "{ \"a\" : 1 , \"b\" : [ ] }",
            "{\"\\u0061\":1}",
            "{\"\u00e9\u20ac\":1}",
            "{\"with \\\" quote\":1}",
            "{\"\\u0000\":1}"));
    // 5. Arrays
    values.addAll(
        List.of("[1]", "[1,2,3]", "[[[]]]", "[null,true,\"x\",{},[]]", "[ 1 , 2 ]", "[\n1\n]"));
    // 6. Numbers
    values.addAll(
        List.of("-0", "1", "-1", "10", "123", "0.5", "-0.5", "0.0", "1.0", "1e1", "1E1", "1e+1"));
    values.addAll(
        List.of(
            "1e-1", "0e1", "0e+1", "-1.5e-3", "1.5E+3", "0.1e1", "20e1", "123.456e78", "1e007"));
    values.addAll(
        List.of(
            "-9223372036854775809",
            "0.30000000000000004",
            "1e-400",
            "-1e400",
            "123456789012345678901234567890",
            "0.00000000000000000000000000000000001",
            "-0.0"));
    // 7. Strings
    values.addAll(
        List.of(
            "\"a\"",
            "\" \"",
            "\"\\\"\"",
            "\"\\\\\"",
            "\"\\/\"",
            "\"/\"",
            "\"\\b\\f\\n\\r\\t\"",
            "\"\\u0000\"",
            "\"\\u001f\"",
            "\"\\uabcd\\uABCD\"",
            "\"\\ud834\\udd1e\"",
            "\"\\ud834\"",
            "\"\\udd1e\\ud834\"",
            "\"\\\\u0041\"",
            "\"\u007f\"",
            "\"\u0080\u00ff\u0100\u07ff\u0800\uffff\"",
            "\"\ud834\udd1e\udbff\udfff\"",
            "\"\u2028\u2029\ufeff\"",
            "\"// no comment\"",
            "\"{}[]:,\""));
    return values;
  }

  static List<String> others() {
    List<String> others = new ArrayList<>();
    others.addAll(List.of("nul", "nulL", "Null", "NULL", "tru", "True", "TRUE", "fals", "FALSE"));
    others.addAll(List.of("none", "undefined", "truefalse", "nulls", "n", "t", "f", "*", "&", "$"));
    // 4. Objects
    others.addAll(
        List.of(
            "{",
            "}",
            "{\"a\"",
            "{\"a\":",
            "{\"a\":1",
            "{\"a\":1,",
            "{\"a\":1,}",
            "{,}",
            "{,\"a\":1}",
            "{\"a\":1,,\"b\":2}",
            "{\"a\" 1}",
            "{\"a\"::1}",
            "{\"a\",1}",
            "{\"a\"=1}",
            "{a:1}",
            "{'a':1}",
            "{1:1}",
            "{null:1}",
            "{\"a\"}",
            "{\"a\":1 \"b\":2}",
            "{\"a\":1]",
            "{[]:1}",
            "{\"a\":1}}",
            "{\"a\":1}{",
            "{\"a\":\"b}",
            "{\"a:1}"));
    // 5. Arrays
    others.addAll(
        List.of(
            "[",
            "]",
            "[1",
            "[1,",
            "[1,]",
            "[,1]",
            "[,]",
            "[1,,2]",
            "[1 2]",
            "[1;2]",
            "[1:2]",
            "[1}",
            "[[1]",
            "[1]]",
            "[\"a\"",
            "[\"a",
            "[a]",
            "[\"a\":1]",
            "[-]",
            "[1] 2",
            "[][]",
            "(1)"));
    // 6. Numbers
    others.addAll(
        List.of(
            "-",
            "+",
            "+1",
            "--1",
            "-+1",
            "01",
            "-01",
            "00",
            "0123",
            "1.",
            "-1.",
            ".1",
            "-.1",
            "1..2",
            "1.2.3",
            "1e",
            "1E",
            "1e+",
            "1e-",
            "1e++1",
            "1ee1",
            "1e1.5",
            "1.e1",
            "0x10",
            "0b1",
            "1a",
            "1_000",
            "1,000.",
            "1 000",
            "1f",
            "1L",
            "Infinity",
            "-Infinity",
            "NaN",
            "-NaN",
            "inf",
            "\u0661",
            "\uff11",
            "1\u0660",
            "- 1",
            "1e 1",
            "0.e1",
            "-e1",
            "e1"));
    // 7. Strings
    others.addAll(
        List.of(
            "\"",
            "\"a",
            "a\"",
            "'a'",
            "\u201ca\u201d",
            "\"\\\"",
            "\"\\",
            "\"\\x41\"",
            "\"\\a\"",
            "\"\\v\"",
            "\"\\0\"",
            "\"\\'\"",
            "\"\\\u00e9\"",
            "\"\\u\"",
            "\"\\u1\"",
            "\"\\u12\"",
            "\"\\u123\"",
            "\"\\u123g\"",
            "\"\\u 123\"",
            "\"\\U0041\"",
            "\"\\u00\uff11\uff11\"",
            "\"a\nb\"",
            "\"a\tb\"",
            "\"a\rb\"",
            "\"a\u0000b\"",
            "\"a\u001fb\"",
            "\"a\" \"b\"",
            "\"a\"b"));
    // 2. White space is four characters, and a comment is none of them.
    others.addAll(List.of("\u00a01", "\f1", "\u000b1", "\u20281", "\u00001", "1\u0000", "\u001b1"));
    others.addAll(
        List.of("/**/1", "1//", "1/**/", "#1", "{/**/}", "[1/**/]", "<!--1-->1", "\ufeff\ufeff1"));
    return others;
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueIsTakenWhereverAValueMayStand(String value) {
    Object alone = Json.read(value);

    assertEquals(alone, Json.read(" \t\r\n" + value + " \t\r\n"));
    assertEquals(alone, Json.read("\ufeff" + value));
    assertEquals(alone, ((List<?>) Json.read("[" + value + "]")).get(0));
    assertEquals(alone, ((List<?>) Json.read("[0 , " + value + " ,0]")).get(1));
    assertEquals(alone, ((Map<?, ?>) Json.read("{\"a\":" + value + "}")).get("a"));
    assertDoesNotThrow(() -> Json.read("{\"z\":0,\"a\" : " + value + " ,\"b\":0}"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void whatTheGrammarHasNotIsRefusedWhereverItStands(String text) {
    boolean nests = text.indexOf('[') >= 0 || text.indexOf(']') >= 0 || text.indexOf(',') >= 0;
    for (String place : nests ? List.of("%s", " %s ") : List.of("%s", "[%s]", "{\"a\":%s,")) {
      String document = place.replace("%s", text);

      InvalidEventException thrown =
          assertThrows(InvalidEventException.class, () -> Json.read(document), document);

      assertEquals(ErrorId.PAYLOAD_NOT_JSON, thrown.id(), document);
    }
  }

  @Test
  void everyByteSequenceThatIsNoUtf8IsRefusedAndEveryOtherOneRead() {
    int taken = 0;
    for (int lead = 0x80; lead < 0x100; lead++) {
      for (int second = 0x70; second < 0x100; second++) {
        for (int length = 1; length <= 4; length++) {
          byte[] text = {'"', (byte) lead, (byte) second, (byte) 0xBF, (byte) 0x80};
          byte[] document = Arrays.copyOf(text, length + 2);
          document[length + 1] = '"';
          if (length < 2 && second > 0x70) {
            continue;
          }
          boolean isUtf8 =
              Arrays.equals(
                  new String(document, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8),
                  document);
          if (isUtf8) {
            taken++;
            assertEquals(
                new String(document, 1, length, StandardCharsets.UTF_8), Json.read(document));
          } else {
            assertThrows(InvalidEventException.class, () -> Json.read(document));
          }
        }
      }
    }
    assertTrue(taken > 1000, taken + " were taken");
  }
}
