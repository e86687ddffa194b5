package dev.eventprocessor.fakes.gcp;

import com.google.cloud.functions.HttpRequest;
import dev.eventprocessor.event.HttpText;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as the Functions Framework hands it over: its path decoded, its query as it came, its
 * headers found in any case. Not thread-safe while headers are added.
 */
public final class FakeHttpRequest implements HttpRequest {

  private final String method;
  private final String uri;
  private final String path;
  private final Optional<String> query;
  private final byte[] body;
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private Optional<String> contentType = Optional.empty();

  /**
   * A request without headers.
   *
   * @param target its path and query, or its whole address, encoded
   * @param body empty for none; not copied
   */
  public FakeHttpRequest(String method, String target, byte[] body) {
    this.method = method;
    this.uri = target.startsWith("/") ? "http://localhost" + target : target;
    this.body = body;
    int mark = target.indexOf('?');
    this.query = mark < 0 ? Optional.empty() : Optional.of(target.substring(mark + 1));
    this.path = HttpText.decodePath(rawPath(mark < 0 ? target : target.substring(0, mark)));
  }

  /** A POST of these bytes to the root. */
  public static FakeHttpRequest post(byte[] body) {
    return new FakeHttpRequest("POST", "/", body);
  }

  /** A POST of this text, in UTF-8, to the root. */
  public static FakeHttpRequest post(String body) {
    return post(body.getBytes(StandardCharsets.UTF_8));
  }

  /** A GET. */
  public static FakeHttpRequest get(String target) {
    return new FakeHttpRequest("GET", target, new byte[0]);
  }

  /** With another value of the header. */
  public FakeHttpRequest header(String name, String value) {
    headers.computeIfAbsent(name, first -> new ArrayList<>(1)).add(value);
    if (contentType.isEmpty() && name.equalsIgnoreCase("Content-Type")) {
      contentType = Optional.of(value);
    }
    return this;
  }

  /** The body itself. */
  public byte[] body() {
    return body;
  }

  private static String rawPath(String address) {
    int scheme = address.indexOf("://");
    if (scheme < 0) {
      return address;
    }
    int slash = address.indexOf('/', scheme + 3);
    return slash < 0 ? "/" : address.substring(slash);
  }

  @Override
  public String getMethod() {
    return method;
  }

  @Override
  public String getUri() {
    return uri;
  }

  @Override
  public String getPath() {
    return path;
  }

  @Override
  public Optional<String> getQuery() {
    return query;
  }

  @Override
  public Map<String, List<String>> getQueryParameters() {
    @Nullable String given = query.orElse(null);
    return given == null ? Map.of() : HttpText.query(given);
  }

  /** None: a form's parts are in its body. */
  @Override
  public Map<String, HttpPart> getParts() {
    return Map.of();
  }

  @Override
  public Optional<String> getContentType() {
    return contentType;
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
}
