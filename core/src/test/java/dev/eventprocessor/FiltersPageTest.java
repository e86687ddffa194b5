package dev.eventprocessor;

import static dev.eventprocessor.Filters.absent;
import static dev.eventprocessor.Filters.allOf;
import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.anyElement;
import static dev.eventprocessor.Filters.anyOf;
import static dev.eventprocessor.Filters.anythingBut;
import static dev.eventprocessor.Filters.between;
import static dev.eventprocessor.Filters.cidr;
import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.equalsIgnoreCase;
import static dev.eventprocessor.Filters.exists;
import static dev.eventprocessor.Filters.gt;
import static dev.eventprocessor.Filters.gte;
import static dev.eventprocessor.Filters.isNull;
import static dev.eventprocessor.Filters.lt;
import static dev.eventprocessor.Filters.matches;
import static dev.eventprocessor.Filters.not;
import static dev.eventprocessor.Filters.oneOf;
import static dev.eventprocessor.Filters.prefix;
import static dev.eventprocessor.Filters.suffix;
import static dev.eventprocessor.Filters.suffixIgnoreCase;
import static dev.eventprocessor.Filters.test;
import static dev.eventprocessor.Filters.toEventPattern;
import static dev.eventprocessor.Filters.wildcard;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The examples of docs/FILTERS.md: they stand here as they stand there, and hold. */
class FiltersPageTest {

  @Test
  void registrations() {
    EventProcessor.Builder processors = EventProcessor.builder();
    processors
        .on(eq("type", "order").and(gt("data.total", 100)))
        .named("large-order")
        .run(event -> {});
    processors.on(prefix("type", "alarm.")).named("alarm").run(event -> {});
    processors
        .on(EventPattern.parse("{\"data\": {\"region\": [\"eu\"]}}"))
        .named("eu")
        .run(event -> {});

    assertEquals(
        3,
        processors.build().describe().toString().lines().filter(FiltersPageTest::isEntry).count());
  }

  @Test
  void paths() {
    accepts(eq("data.detail-type", "x"), "{'data': {'detail-type': 'x'}}");
    accepts(eq("items[1].name", "pen"), "{'items': [{'name': 'ink'}, {'name': 'pen'}]}");
    accepts(eq("['a.b'].c", 1), "{'a.b': {'c': 1}}");
    accepts(eq("data['it''s']", 1), "{'data': {'it\\u0027s': 1}}");
    refuses(eq("a.b", 1), "{'a.b': 1}");
    refuses(eq("a.0", 1), "{'a': [1]}");
    accepts(eq("", 1), "{'': 1}");
  }

  @Test
  void absence() {
    accepts(absent("a.b"), "{}", "{'a': null}", "{'a': 'text'}", "{'a': [{'b': 1}]}", "{'a': {}}");
    assertEquals(ErrorId.PATH_MALFORMED, refused(() -> exists("items[")));
  }

  @Test
  void absentNullAndValue() {
    accepts(exists("a"), "{'a': null}", "{'a': 5}");
    accepts(isNull("a"), "{'a': null}");
    refuses(isNull("a"), "{}", "{'a': 'null'}");
    accepts(not(eq("a", 5)), "{}", "{'a': null}", "{'a': 6}");
    accepts(anythingBut("a", 5), "{'a': null}", "{'a': 6}");
    refuses(anythingBut("a", 5), "{}", "{'a': 5.0}");
  }

  @Test
  void equality() {
    accepts(eq("a", 5), "{'a': 5}", "{'a': 5.0}", "{'a': 5e0}");
    refuses(eq("a", 5), "{'a': '5'}", "{'a': true}", "{'a': [5]}");
    assertEquals(eq("a", 5), eq("a", new BigDecimal("5.00")));
    accepts(eq("a", Map.of("b", List.of(1, 2))), "{'a': {'b': [1, 2.0]}}");
    refuses(eq("a", Map.of("b", 1)), "{'a': {'b': 1, 'c': 2}}");
    accepts(oneOf("a", "x", 1, null), "{'a': 'x'}", "{'a': 1}", "{'a': null}");
    assertEquals(ErrorId.LITERAL_UNSUPPORTED, refused(() -> eq("a", Double.NaN)));
  }

  @Test
  void dictionary() {
    Filter dictionary = Filter.of(Map.of("user.name", "Ada", "user.email", Filter.ANY));

    assertEquals(eq("user.name", "Ada").and(exists("user.email")), dictionary);
    assertEquals(any(), Filter.of(Map.of()));
  }

  @Test
  void ranges() {
    accepts(gt("a", 100), "{'a': 100.5}", "{'a': '101'}", "{'a': '1e3'}");
    refuses(
        gt("a", 100),
        "{'a': 100}",
        "{'a': true}",
        "{'a': null}",
        "{'a': ' 101'}",
        "{'a': '1_000'}");
    accepts(lt("a", 0), "{'a': '-1'}", "{'a': -1e-400}");
    accepts(between("a", 1, 5), "{'a': 1}", "{'a': 5.0}");
    accepts(gt("a", 9007199254740992L), "{'a': 9007199254740993}");
    refuses(gt("a", 9007199254740992L), "{'a': 9007199254740992}");
    assertEquals(ErrorId.FILTER_MALFORMED, refused(() -> between("a", 5, 1)));
  }

  @Test
  void text() {
    accepts(prefix("key", "in/"), "{'key': 'in/a.png'}");
    accepts(suffix("key", ".png"), "{'key': 'in/a.png'}");
    refuses(prefix("key", "1"), "{'key': 1}", "{'key': 12}", "{'key': null}");
  }

  @Test
  void caseFolding() {
    accepts(equalsIgnoreCase("name", "Éva"), "{'name': 'ÉVA'}", "{'name': 'éva'}");
    accepts(equalsIgnoreCase("name", "straße"), "{'name': 'STRASSE'}");
    refuses(equalsIgnoreCase("name", "strasse"), "{'name': 'straße'}");
    accepts(suffixIgnoreCase("key", ".png"), "{'key': 'A.PNG'}");
  }

  @Test
  void stars() {
    accepts(wildcard("key", "in/*.png"), "{'key': 'in/a/b.png'}", "{'key': 'in/.png'}");
    accepts(wildcard("key", "5\\*"), "{'key': '5*'}");
    assertEquals(ErrorId.FILTER_MALFORMED, refused(() -> wildcard("key", "a**")));
  }

  @Test
  void regularExpressions() {
    accepts(matches("id", "[A-Z]{2}-\\d+"), "{'id': 'AB-17'}");
    refuses(matches("id", "[A-Z]{2}-\\d+"), "{'id': 'x AB-17'}");
    assertEquals(ErrorId.FILTER_MALFORMED, refused(() -> matches("id", "(a)\\1")));
  }

  @Test
  void addresses() {
    accepts(cidr("ip", "10.0.0.0/8"), "{'ip': '10.1.2.3'}", "{'ip': '::ffff:a01:203'}");
    accepts(cidr("ip", "2001:db8::/32"), "{'ip': '2001:DB8::1'}");
    refuses(
        cidr("ip", "10.0.0.0/8"), "{'ip': '11.0.0.1'}", "{'ip': 'a00::1'}", "{'ip': 'localhost'}");
  }

  @Test
  void lists() {
    String two = "{'items': [{'kind': 'book', 'price': 10}, {'kind': 'pen', 'price': 30}]}";
    refuses(eq("items.kind", "book"), two);
    accepts(eq("items[*].kind", "pen"), two);
    accepts(eq("items[*].kind", "book").and(gt("items[*].price", 20)), two);
    refuses(anyElement("items", eq("kind", "book").and(gt("price", 20))), two);
    accepts(anyElement("items", eq("kind", "pen").and(gt("price", 20))), two);
    accepts(absent("items[*].colour"), two, "{'items': []}", "{}");
    accepts(not(anyElement("items", not(gt("price", 5)))), two, "{'items': []}");
    accepts(eq("tags[*]", "new"), "{'tags': ['old', 'new']}");
    accepts(eq("tags", List.of("old", "new")), "{'tags': ['old', 'new']}");
  }

  @Test
  void together() {
    assertEquals(eq("a", 1).and(exists("b")), exists("b").and(eq("a", 1)));
    assertEquals(eq("a", 1), eq("a", 1).and(eq("a", 1.0)));
    accepts(allOf(), "{}");
    refuses(anyOf(), "{}");
  }

  @Test
  void specificity() {
    assertEquals(2, eq("a", 1).and(gt("b", 2)).conditions());
    assertEquals(1, eq("a", 1).or(eq("b", 2).and(exists("c"))).conditions());
    assertEquals(1, not(eq("a", 1).and(eq("b", 1))).conditions());
    assertEquals(2, anyElement("items", eq("a", 1).and(eq("b", 1))).conditions());
    assertEquals(1, oneOf("a", 1, 2, 3).conditions());
  }

  @Test
  void printing() {
    Filter large = eq("type", "order").and(gte("total", 100).or(wildcard("note", "*urgent*")));

    assertEquals(
        "eq(type, \"order\") and (gte(total, 100) or wildcard(note, \"*urgent*\"))",
        large.toString());
    assertEquals(eq("type", "order"), large.unmet(Event.of(Map.of("type", "parcel"))));
  }

  @Test
  void programs() {
    accepts(test("has two keys", event -> event.asMap().size() == 2), "{'a': 1, 'b': 2}");
  }

  @Test
  void patterns() {
    EventPattern pattern =
        EventPattern.parse(
            """
            {"source": ["shop"],
             "detail": {"total": [{"numeric": [">", 100]}], "state": [{"anything-but": "draft"}]}}
            """);

    accepts(pattern, "{'source': 'shop', 'detail': {'total': 120, 'state': 'paid'}}");
    refuses(pattern, "{'source': 'shop', 'detail': {'total': 120, 'state': 'draft'}}");
  }

  @Test
  void patternRules() {
    EventPattern both = EventPattern.parse("{\"items\": {\"kind\": [\"pen\"], \"price\": [10]}}");
    refuses(both, "{'items': [{'kind': 'pen', 'price': 30}, {'kind': 'book', 'price': 10}]}");
    accepts(
        both,
        "{'items': [{'kind': 'book'}, {'kind': 'pen', 'price': 10.0}]}",
        "{'items.kind': 'pen', 'items.price': 10}");

    EventPattern absent = EventPattern.parse("{\"a\": [{\"exists\": false}]}");
    accepts(absent, "{}", "{'a': {'b': 1}}", "{'a': []}");
    refuses(absent, "{'a': null}");

    EventPattern or =
        EventPattern.parse("{\"$or\": [{\"a\": [1]}, {\"b\": [{\"exists\": true}]}]}");
    accepts(or, "{'a': 1}", "{'b': null}");

    accepts(EventPattern.parse("{\"ip\": [\"10.0.0.1\"]}"), "{'ip': '010.0.0.1'}");
    accepts(EventPattern.parse("{\"ip\": [{\"cidr\": \"10.0.0.0/8\"}]}"), "{'ip': 'a00::1'}");
    refuses(
        EventPattern.parse("{\"n\": [{\"numeric\": [\">\", 0]}]}"),
        "{'n': '1'}",
        "{'n': 9007199254740993}");
    accepts(EventPattern.parse("{\"n\": [9007199254740993]}"), "{'n': 9007199254740993}");
    accepts(EventPattern.parse("{\"a\": [1], \"a\": [2]}"), "{'a': 2}");
  }

  @Test
  void writing() {
    Filter filter = eq("source", "shop").and(gt("detail.total", 100)).and(absent("detail.test"));

    assertEquals(
        "{\"source\":[\"shop\"],\"detail\":{\"total\":[{\"numeric\":[\">\",100]}],\"test\":[{\"exists\":false}]}}",
        toEventPattern(filter));
  }

  @Test
  void writingCorners() {
    assertEquals(ErrorId.EVENT_PATTERN_UNSUPPORTED, refused(() -> toEventPattern(any())));
    assertEquals(ErrorId.EVENT_PATTERN_UNSUPPORTED, refused(() -> toEventPattern(eq("a[0]", 1))));
    assertEquals(
        "{\"$or\":[{\"a\":[1]},{\"b\":[{\"prefix\":\"x\"}]}]}",
        toEventPattern(eq("a", 1).or(prefix("b", "x"))));
    assertEquals(
        "{\"a\":[{\"anything-but\":1},{\"exists\":false}]}", toEventPattern(not(eq("a", 1))));
  }

  @Test
  void everyExampleOfThePageStandsHere() throws IOException {
    Path root = Path.of(System.getProperty("project.root", ".."));
    String page = Files.readString(root.resolve("docs/FILTERS.md"));
    String here =
        words(Files.readString(Path.of("src/test/java/dev/eventprocessor/FiltersPageTest.java")));

    Matcher block = Pattern.compile("(?s)```java\n(.*?)```").matcher(page);
    int blocks = 0;
    while (block.find()) {
      String example = block.group(1);
      assertTrue(here.contains(words(example)), () -> "not compiled: " + example);
      blocks++;
    }
    assertTrue(blocks > 18, "blocks: " + blocks);
  }

  /** Spaces and line ends are the formatter's business. */
  private static String words(String code) {
    return code.replaceAll("\\s+", "");
  }

  private static boolean isEntry(String line) {
    return line.matches("\\d+\\. .*");
  }

  private static void accepts(Filter filter, String... events) {
    for (String event : events) {
      assertTrue(filter.matches(event(event)), filter + " and " + event);
    }
  }

  private static void refuses(Filter filter, String... events) {
    for (String event : events) {
      assertFalse(filter.matches(event(event)), filter + " and " + event);
    }
  }

  private static ErrorId refused(Executable making) {
    return assertThrows(ConfigurationException.class, making).id();
  }

  @SuppressWarnings("unchecked") // Events are written as objects.
  private static Event event(String json) {
    return Event.of((Map<String, ?>) Json.read(json.replace('\'', '"')));
  }
}
