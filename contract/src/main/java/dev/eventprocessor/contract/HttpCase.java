package dev.eventprocessor.contract;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request and what has to come of it.
 *
 * @param need what a platform has to be able to do for it; null where each can
 * @param event what the application has to find in the event, by path
 * @param headers what the response has to have, several values joined by a comma and a space
 * @param content what the response has to hold; null where that is not looked at
 */
public record HttpCase(
    HttpSent sent,
    int status,
    @Nullable Need need,
    Map<String, Object> event,
    Map<String, String> headers,
    List<String> cookies,
    @Nullable HttpBytes content) {

  /** What not every platform can do. */
  public enum Need {
    /** Hand over all values of a parameter that repeats. */
    REPEATED_QUERY,
    /** Take an encoded slash in a path. */
    ENCODED_SLASH,
    /** Take an encoded percent sign in a path. */
    ENCODED_PERCENT,
    /** Take an encoded control character in a path. */
    ENCODED_CONTROL,
    /** Take a target that is broken or has characters that no URI can have. */
    BROKEN_TARGET,
    /** Tell of a method that its library does not know. */
    UNKNOWN_METHOD,
    /** Tell methods in small letters from those in capitals. */
    CASE_OF_METHOD,
    /** Answer with the failure of a body that fails half-way, because none of it is sent yet. */
    COLLECTED_BODY,
    /** Send several cookies. */
    SEVERAL_COOKIES,
    /** Hand over a body of any bytes. */
    BINARY_BODY
  }

  /** A request that is answered 200. */
  public static HttpCase of(HttpSent sent) {
    return new HttpCase(sent, 200, null, Map.of(), Map.of(), List.of(), null);
  }

  HttpCase status(int wanted) {
    return new HttpCase(sent, wanted, need, event, headers, cookies, content);
  }

  HttpCase needs(Need wanted) {
    return new HttpCase(sent, status, wanted, event, headers, cookies, content);
  }

  HttpCase event(String path, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(event);
    more.put(path, value);
    return new HttpCase(sent, status, need, more, headers, cookies, content);
  }

  HttpCase header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpCase(sent, status, need, event, more, cookies, content);
  }

  HttpCase cookies(String... wanted) {
    return new HttpCase(sent, status, need, event, headers, List.of(wanted), content);
  }

  HttpCase body(byte... wanted) {
    return new HttpCase(sent, status, need, event, headers, cookies, HttpBytes.of(wanted));
  }

  HttpCase text(String wanted) {
    return body(wanted.getBytes(StandardCharsets.UTF_8));
  }

  /** For reports: some targets are long. */
  @Override
  public String toString() {
    String target = sent.target();
    String shown = target.length() > 80 ? target.substring(0, 80) + "..." : target;
    return sent.method() + " " + shown + " -> " + status;
  }
}
