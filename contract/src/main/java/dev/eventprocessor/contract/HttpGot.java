package dev.eventprocessor.contract;

import java.util.List;
import java.util.Map;

/**
 * A response as a client gets it, once the platform has made HTTP of what the adapter answered.
 *
 * @param headers but for {@code set-cookie}, by lower-case names
 * @param cookies the values of the {@code Set-Cookie} headers
 * @param content the body; empty where there is none
 */
public record HttpGot(
    int status, Map<String, List<String>> headers, List<String> cookies, HttpBytes content) {

  /** From the bytes of the body. */
  public HttpGot(int status, Map<String, List<String>> headers, List<String> cookies, byte[] body) {
    this(status, headers, cookies, HttpBytes.of(body));
  }

  /** The body; empty where there is none. */
  public byte[] body() {
    return content.get();
  }
}
