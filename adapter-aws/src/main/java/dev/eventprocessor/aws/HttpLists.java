package dev.eventprocessor.aws;

import dev.eventprocessor.event.HttpText;
import dev.eventprocessor.spi.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Headers and parameters, of which AWS ships one value, a list, or both. Stateless. */
final class HttpLists {

  private HttpLists() {}

  /** A request's headers, from whichever of the two maps has them, under names in lower case. */
  static Map<String, List<String>> headers(Fields request) {
    Map<String, List<String>> headers = lower(request.fields("multiValueHeaders"));
    for (Map.Entry<String, List<String>> header : lower(request.fields("headers")).entrySet()) {
      headers.putIfAbsent(header.getKey(), header.getValue());
    }
    return headers;
  }

  private static Map<String, List<String>> lower(@Nullable Fields headers) {
    Map<String, List<String>> lower = new LinkedHashMap<>();
    if (headers != null) {
      for (String name : headers.map().keySet()) {
        for (String value : headers.texts(name)) {
          HttpText.add(lower, HttpText.headerName(name), value);
        }
      }
    }
    return lower;
  }

  /** All values of all names. */
  static void addAll(Map<String, List<String>> values, @Nullable Fields fields) {
    if (fields != null) {
      for (String name : fields.map().keySet()) {
        for (String value : fields.texts(name)) {
          HttpText.add(values, name, value);
        }
      }
    }
  }

  /** The values of names that are not there yet: of a repeated one this map has the last only. */
  static void addAbsent(Map<String, List<String>> values, @Nullable Fields fields) {
    if (fields != null) {
      for (String name : fields.map().keySet()) {
        if (!values.containsKey(name)) {
          for (String value : fields.texts(name)) {
            HttpText.add(values, name, value);
          }
        }
      }
    }
  }

  /** A load balancer leaves names and values as they were sent. */
  static Map<String, List<String>> decoded(Map<String, List<String>> query) {
    Map<String, List<String>> decoded = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
      for (String value : parameter.getValue()) {
        HttpText.add(decoded, HttpText.decode(parameter.getKey()), HttpText.decode(value));
      }
    }
    return decoded;
  }
}
