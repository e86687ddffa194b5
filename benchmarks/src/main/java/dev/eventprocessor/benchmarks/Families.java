package dev.eventprocessor.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

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
        "prefix", all(STREET, prefix("AC"), prefix("BL"), prefix("DR"), prefix("FU"), prefix("MA")),
        "suffix",
            all(STREET, suffix("ON"), suffix("KE"), suffix("MM"), suffix("ING"), suffix("GO")),
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

  private static List<String> all(String rule, String... values) {
    List<String> rules = new ArrayList<>();
    for (String value : values) {
      rules.add(rule.formatted(value));
    }
    return rules;
  }

  private static String prefix(String text) {
    return "{\"prefix\": \"" + text + "\"}";
  }

  private static String suffix(String text) {
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
