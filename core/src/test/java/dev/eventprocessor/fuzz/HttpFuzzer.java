package dev.eventprocessor.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.event.HttpText;
import dev.eventprocessor.event.Rfc3339;
import dev.eventprocessor.http.HttpRoute;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A route's template in the first line, then a path, a query and a header as a client sends them.
 * Whatever these are, they are read; a path that fits the template is the template with its
 * parameters put in.
 */
public final class HttpFuzzer {

  private HttpFuzzer() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    check(data);
  }

  /** Whether the path fits the template. */
  static boolean check(byte[] data) {
    List<String> lines = Input.lines(data, 4);
    String template = lines.get(0);
    String raw = lines.get(1);
    assertEquals(slashes(raw), slashes(HttpText.path(raw)), "only a slash separates");
    assertReadsQuery(lines.get(2));
    String header = lines.get(3);
    HttpText.remoteIp(List.of(header));
    HttpText.addCookies(header, new LinkedHashMap<>());
    HttpText.bodyType(Map.of("content-type", List.of(header)));
    HttpText.body(header, HttpText.bodyType(Map.of("content-type", List.of(raw)))).value();
    Rfc3339.of(header);

    @Nullable HttpRoute route =
        Input.madeOrRefused(
            () -> HttpRoute.get(template),
            Set.of(ErrorId.ROUTE_MALFORMED, ErrorId.FILTER_MALFORMED));
    if (route == null) {
      return false;
    }
    Event event = request(raw, header);
    route.produces("text/html").filter().matches(event);
    if (!route.filter().matches(event)) {
      return false;
    }
    if (route.parameters() > 0) {
      assertEquals(HttpText.decodePath(raw), filled(template, route.apply(event)));
    }
    return true;
  }

  private static long slashes(String path) {
    return path.chars().filter(c -> c == '/').count();
  }

  private static Event request(String raw, String header) {
    return Event.of(
        Map.of(
            "http",
            Map.of(
                "method",
                "GET",
                "path",
                HttpText.path(raw),
                "rawpath",
                raw,
                "headers",
                Map.of("accept", List.of(header)))));
  }

  /** The template with the parameters that the event has, in place of their names. */
  private static String filled(String template, Event event) {
    StringBuilder filled = new StringBuilder();
    for (String segment : template.substring(1).split("/", -1)) {
      String name = segment.replace("{", "").replace("...}", "").replace("}", "");
      filled.append('/');
      filled.append(segment.startsWith("{") ? event.text("http.pathparams." + name) : segment);
    }
    return filled.toString();
  }

  /** What a query says, it says when it is written anew. */
  private static void assertReadsQuery(String query) {
    Map<String, List<String>> read = HttpText.query(query);
    StringBuilder written = new StringBuilder();
    read.forEach(
        (name, values) ->
            values.forEach(
                value ->
                    written
                        .append(written.length() == 0 ? "" : "&")
                        .append(URLEncoder.encode(name, UTF_8))
                        .append('=')
                        .append(URLEncoder.encode(value, UTF_8))));
    assertEquals(read, HttpText.query(written.toString()));
  }
}
