package dev.eventprocessor.cli;

import com.google.cloud.functions.HttpRequest;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request as the Functions Framework hands it over, made of what stands in a file. */
final class HttpMessage implements HttpRequest {

  private static final String[] METHODS = {
    "GET ", "POST ", "PUT ", "DELETE ", "PATCH ", "HEAD ", "OPTIONS "
  };

  private final String method;
  private final String target;
  private final byte[] body;
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /**
   * A request without headers.
   *
   * @param target its path and query, or its whole address
   */
  HttpMessage(String method, String target, byte[] body) {
    this.method = method;
    this.target = target;
    this.body = body;
  }

  /** Another value of the header. */
  HttpMessage header(String name, String value) {
    headers.computeIfAbsent(name, first -> new ArrayList<>(1)).add(value);
    return this;
  }

  /** Whether the text begins as a request does ("HTTP/1.1", RFC 9112). */
  static boolean isOne(byte[] text) {
    for (String begin : METHODS) {
      if (startsWith(text, begin)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] text, String begin) {
    for (int i = 0; i < begin.length(); i++) {
      if (i >= text.length || text[i] != begin.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads a request as it goes over the wire; lines may also end without a carriage return.
   *
   * @throws InputException when its first line or a header is none
   */
  static HttpMessage read(byte[] text) {
    int[] at = {0};
    String[] first = line(text, at).split(" ", -1);
    if (first.length < 2 || first[1].isEmpty()) {
      throw new InputException(
          "The file begins as an HTTP request does, but its first line is none. Write it as"
              + " \"POST /path HTTP/1.1\".");
    }
    List<String> lines = new ArrayList<>();
    for (String line = line(text, at); !line.isEmpty(); line = line(text, at)) {
      lines.add(line);
    }
    HttpMessage message =
        new HttpMessage(first[0], first[1], Arrays.copyOfRange(text, at[0], text.length));
    for (int i = 0; i < lines.size(); i++) {
      message.header(lines.get(i), i + 2);
    }
    return message;
  }

  private void header(String line, int number) {
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw new InputException(
          "Line "
              + number
              + " of the HTTP request is no header. Write \"Name: value\", and an empty line before"
              + " the body.");
    }
    header(line.substring(0, colon).trim(), line.substring(colon + 1).trim());
  }

  private static String line(byte[] text, int[] at) {
    int end = at[0];
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    String line = new String(text, at[0], end - at[0], StandardCharsets.ISO_8859_1);
    at[0] = Math.min(end + 1, text.length);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  @Override
  public String getMethod() {
    return method;
  }

  @Override
  public String getUri() {
    return target.startsWith("/") ? "http://localhost" + target : target;
  }

  @Override
  public String getPath() {
    String path = target;
    int scheme = path.indexOf("://");
    if (scheme > 0) {
      int slash = path.indexOf('/', scheme + 3);
      path = slash < 0 ? "/" : path.substring(slash);
    }
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  @Override
  public Optional<String> getQuery() {
    int query = target.indexOf('?');
    return query < 0 ? Optional.empty() : Optional.of(target.substring(query + 1));
  }

  /** The adapter reads the query itself. */
  @Override
  public Map<String, List<String>> getQueryParameters() {
    return Map.of();
  }

  @Override
  public Map<String, HttpPart> getParts() {
    return Map.of();
  }

  @Override
  public Optional<String> getContentType() {
    return getFirstHeader("Content-Type");
  }

  @Override
  public long getContentLength() {
    return body.length;
  }

  @Override
  public Optional<String> getCharacterEncoding() {
    return Optional.empty();
  }

  @Override
  public InputStream getInputStream() {
    return new ByteArrayInputStream(body);
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public Map<String, List<String>> getHeaders() {
    return headers;
  }

  /** Null where the request has no such header. */
  @Nullable String first(String name) {
    @Nullable List<String> values = headers.get(name);
    return values == null ? null : values.get(0);
  }
}
