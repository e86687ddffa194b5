package dev.eventprocessor.gcp;

import dev.eventprocessor.event.CloudEvents;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.spi.Fields;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents over HTTP, read here because a function for HTTP gets them as they came ("CloudEvents
 * 1.0, HTTP Protocol Binding" and "JSON Event Format"; 0.3 as well).
 */
final class HttpCloudEvents {

  private static final String PREFIX = "ce-";

  private HttpCloudEvents() {}

  /**
   * In binary mode: attributes are headers, the body is the data, and its content type counts more
   * than an attribute.
   */
  static Received binary(Headers headers, byte[] body) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> header : headers.map().entrySet()) {
      if (header.getKey().startsWith(PREFIX) && !header.getValue().isEmpty()) {
        attributes.put(
            header.getKey().substring(PREFIX.length()), decoded(header.getValue().get(0)));
      }
    }
    @Nullable String type = headers.first("content-type");
    if (type == null) {
      type = (String) attributes.get("datacontenttype");
    } else {
      attributes.put("datacontenttype", type);
    }
    return Received.unchecked(attributes, body.length == 0 ? null : Content.decode(body, type));
  }

  /**
   * In structured mode: one JSON map. Names of attributes are read in any case; Google's own
   * samples have some in camel case.
   */
  static Received structured(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw Received.malformed("it is no map in JSON");
    }
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String name = ((String) entry.getKey()).toLowerCase(Locale.ROOT);
      if (entry.getValue() != null && !isData(name)) {
        attributes.put(name, entry.getValue());
      }
    }
    return Received.unchecked(attributes, CloudEvents.content(Fields.of(map, "CloudEvent")));
  }

  private static boolean isData(String name) {
    return name.equals("data") || name.equals("data_base64");
  }

  /** Header values are percent-encoded; what does not decode stays as it is. */
  private static String decoded(String value) {
    if (value.indexOf('%') < 0) {
      return value;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
    byte[] given = value.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < given.length; i++) {
      int high = given[i] == '%' && i + 2 < given.length ? Character.digit(given[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(given[i + 2], 16);
      if (low < 0) {
        bytes.write(given[i]);
      } else {
        bytes.write((high << 4) | low);
        i += 2;
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
