package dev.eventprocessor.benchmarks;

import static dev.eventprocessor.Filters.anythingBut;
import static dev.eventprocessor.Filters.between;
import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.equalsIgnoreCase;
import static dev.eventprocessor.Filters.gt;
import static dev.eventprocessor.Filters.lt;
import static dev.eventprocessor.Filters.prefix;
import static dev.eventprocessor.Filters.suffix;
import static dev.eventprocessor.Filters.wildcard;

import dev.eventprocessor.Filter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Five rules of each kind that both engines can express, over events like a city's parcels of land:
 * some 900 bytes of GeoJSON with twelve coordinates.
 */
final class Families {

  private static final List<String> STREETS =
      List.of(
          "JEFFERSON",
          "TAYLOR",
          "LOMBARD",
          "CHESTNUT",
          "BAY",
          "FRANCISCO",
          "BEACH",
          "NORTH POINT",
          "MARINA",
          "POWELL");

  private static final String STREET = "{\"properties\": {\"STREET\": [%s]}}";
  private static final String PARCEL = "{\"properties\": {\"PARCEL\": [%s]}}";
  private static final String CORNER = "{\"geometry\": {\"coordinates\": [%s]}}";
  private static final String TWO =
      "{\"geometry\": {\"type\": [\"Polygon\"], \"coordinates\": [%s]}, \"properties\": {\"STREET\": [\"%s\"]}}";

  private Families() {}

  /** The rules by the name of their family, as patterns. */
  static Map<String, List<String>> rules() {
    List<String> mixed = new ArrayList<>();
    mixed.add(PARCEL.formatted("\"1430022\""));
    mixed.add(STREET.formatted("{\"prefix\": \"BE\"}"));
    mixed.add(CORNER.formatted("{\"numeric\": [\"<\", -122.46]}"));
    mixed.add(STREET.formatted("{\"anything-but\": [\"BAY\"]}"));
    mixed.add(TWO.formatted("{\"numeric\": [\">\", 37.8095]}", "MARINA"));
    return Map.of(
        "exact", all(PARCEL, "\"1430022\"", "\"2607117\"", "\"2607218\"", "\"3745012\"", "\"1\""),
        "prefix", all(STREET, begins("AC"), begins("BL"), begins("DR"), begins("FU"), begins("MA")),
        "suffix", all(STREET, ends("ON"), ends("KE"), ends("MM"), ends("ING"), ends("GO")),
        "ignore-case",
            all(STREET, any("jefferson"), any("bEaCh"), any("HyDe"), any("CHESTNUT"), any("rd")),
        "wildcard",
            all(PARCEL, star("143*"), star("2*0*1*7"), star("*218"), star("3*5*0*1*"), star("V*")),
        "anything-but",
            all(STREET, but("FULTON"), but("MASON"), but("BAY"), but("POWELL"), but("TAYLOR")),
        "numeric",
            all(
                CORNER,
                "{\"numeric\": [\"=\", -122.42916360922355]}",
                "{\"numeric\": [\"=\", -122.4375]}",
                "{\"numeric\": [\"<\", -122.46]}",
                "{\"numeric\": [\">\", 38]}",
                "{\"numeric\": [\">\", -0.5, \"<\", -0.4]}"),
        "arrays",
            List.of(
                TWO.formatted("-122.4375", "BAY"),
                TWO.formatted("{\"numeric\": [\">\", 37.8095]}", "BEACH"),
                TWO.formatted("{\"anything-but\": [0]}", "MARINA"),
                TWO.formatted("37.80001", "TAYLOR"),
                TWO.formatted("{\"numeric\": [\"<\", -122.46]}", "POWELL")),
        "mixed", mixed);
  }

  /** The same rules by the name of their family, as filters over paths. */
  static Map<String, List<Filter>> filters() {
    String street = "properties.STREET";
    String parcel = "properties.PARCEL";
    String corner = "geometry.coordinates[*][*][*]";
    return Map.of(
        "exact", each(value -> eq(parcel, value), "1430022", "2607117", "2607218", "3745012", "1"),
        "prefix", each(text -> prefix(street, text), "AC", "BL", "DR", "FU", "MA"),
        "suffix", each(text -> suffix(street, text), "ON", "KE", "MM", "ING", "GO"),
        "ignore-case",
            each(
                text -> equalsIgnoreCase(street, text),
                "jefferson",
                "bEaCh",
                "HyDe",
                "CHESTNUT",
                "rd"),
        "wildcard",
            each(text -> wildcard(parcel, text), "143*", "2*0*1*7", "*218", "3*5*0*1*", "V*"),
        "anything-but",
            each(text -> anythingBut(street, text), "FULTON", "MASON", "BAY", "POWELL", "TAYLOR"),
        "numeric",
            List.of(
                eq(corner, -122.42916360922355),
                eq(corner, -122.4375),
                lt(corner, -122.46),
                gt(corner, 38),
                between(corner, -0.5, -0.4)),
        "arrays",
            List.of(
                two(eq(corner, -122.4375), "BAY"),
                two(gt(corner, 37.8095), "BEACH"),
                two(anythingBut(corner, 0), "MARINA"),
                two(eq(corner, 37.80001), "TAYLOR"),
                two(lt(corner, -122.46), "POWELL")),
        "mixed",
            List.of(
                eq(parcel, "1430022"),
                prefix(street, "BE"),
                lt(corner, -122.46),
                anythingBut(street, "BAY"),
                two(gt(corner, 37.8095), "MARINA")));
  }

  private static List<Filter> each(Function<String, Filter> filter, String... values) {
    return Arrays.stream(values).map(filter).toList();
  }

  private static Filter two(Filter corner, String street) {
    return eq("geometry.type", "Polygon").and(corner).and(eq("properties.STREET", street));
  }

  private static List<String> all(String rule, String... values) {
    List<String> rules = new ArrayList<>();
    for (String value : values) {
      rules.add(rule.formatted(value));
    }
    return rules;
  }

  private static String begins(String text) {
    return "{\"prefix\": \"" + text + "\"}";
  }

  private static String ends(String text) {
    return "{\"suffix\": \"" + text + "\"}";
  }

  private static String any(String text) {
    return "{\"equals-ignore-case\": \"" + text + "\"}";
  }

  private static String star(String text) {
    return "{\"wildcard\": \"" + text + "\"}";
  }

  private static String but(String text) {
    return "{\"anything-but\": [\"" + text + "\"]}";
  }

  /** Events, always the same. */
  static List<String> events(int count) {
    List<String> events = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      events.add(event(new Random(i)));
    }
    return events;
  }

  private static String event(Random random) {
    StringBuilder corners = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      corners.append(i == 0 ? "" : ", ").append("[-122.42").append(random.nextInt(100_000));
      corners.append(", 37.80").append(random.nextInt(100_000)).append(", 0.0]");
    }
    return """
        {"type": "Feature", "properties": {"PARCEL": "%d", "BLOCK": "%d", "LOT": "00%d",
         "FROM": "%d", "TO": "%d", "STREET": "%s", "TYPE": "ST", "SIDE": "E"},
         "geometry": {"type": "Polygon", "coordinates": [[%s]]}}
        """
        .formatted(
            1_000_000 + random.nextInt(9_000_000),
            1000 + random.nextInt(9000),
            1 + random.nextInt(9),
            random.nextInt(3000),
            random.nextInt(3000),
            STREETS.get(random.nextInt(STREETS.size())),
            corners);
  }
}
