package dev.eventprocessor.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of other origins may call, and how ("CORS protocol", Fetch Standard). Preflight
 * requests are answered by it, and no processor sees them; to every other response its headers are
 * added, to failures as well. A request of an origin that is not allowed is processed as without a
 * policy: keeping the answer from the page is the browser's part. Immutable.
 *
 * @param origins as browsers send them, for example {@code https://shop.example}; {@code *} for all
 * @param methods what pages may use
 * @param headers what pages may send beyond what is always allowed, in lower case
 * @param exposed which of the response's headers pages may read beyond what is always allowed
 * @param credentials whether pages may send cookies and the like
 * @param remembered how long browsers keep the answer to a preflight request
 */
public record CorsPolicy(
    List<String> origins,
    List<String> methods,
    List<String> headers,
    List<String> exposed,
    Credentials credentials,
    Duration remembered) {

  private static final String ANY = "*";

  /** Whether pages may send cookies and the like. */
  public enum Credentials {
    /** They may. */
    ALLOWED,
    /** They may not. */
    REFUSED
  }

  /**
   * Keeps copies.
   *
   * @throws dev.eventprocessor.ConfigurationException {@code http-setting-unusable}, for no origin,
   *     and for credentials from every origin, which browsers refuse
   */
  public CorsPolicy {
    origins = List.copyOf(origins);
    methods = List.copyOf(methods);
    headers = List.copyOf(headers);
    exposed = List.copyOf(exposed);
    if (origins.isEmpty()) {
      throw Faults.unusable(
          "a CORS policy without an origin", "Name one, or leave the policy out.");
    }
    if (credentials == Credentials.ALLOWED && origins.contains(ANY)) {
      throw Faults.unusable(
          "a CORS policy with credentials from every origin",
          "Browsers refuse it: name the origins.");
    }
  }

  /** The usual methods, {@code content-type}, no credentials, for pages of these origins. */
  public static CorsPolicy ofOrigins(String... origins) {
    return new CorsPolicy(
        List.of(origins),
        List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"),
        List.of("content-type"),
        List.of(),
        Credentials.REFUSED,
        Duration.ofMinutes(10));
  }

  /** The same, for pages of every origin. */
  public static CorsPolicy ofAnyOrigin() {
    return ofOrigins(ANY);
  }

  /** The same, with only these methods. */
  public CorsPolicy methods(String... allowed) {
    return new CorsPolicy(origins, List.of(allowed), headers, exposed, credentials, remembered);
  }

  /** The same, with only these headers. */
  public CorsPolicy headers(String... allowed) {
    return new CorsPolicy(origins, methods, List.of(allowed), exposed, credentials, remembered);
  }

  /** The same, with these headers of responses to be read by pages. */
  public CorsPolicy expose(String... names) {
    return new CorsPolicy(origins, methods, headers, List.of(names), credentials, remembered);
  }

  /** The same, with cookies and the like. */
  public CorsPolicy withCredentials() {
    return new CorsPolicy(origins, methods, headers, exposed, Credentials.ALLOWED, remembered);
  }

  /** What every response to this origin has; null for a request without one. */
  public Map<String, String> responseHeaders(@Nullable String origin) {
    Map<String, String> added = new LinkedHashMap<>();
    if (!origins.contains(ANY)) {
      added.put("vary", "origin");
    }
    if (origin != null && isAllowed(origin)) {
      added.put("access-control-allow-origin", origins.contains(ANY) ? ANY : origin);
      if (credentials == Credentials.ALLOWED) {
        added.put("access-control-allow-credentials", "true");
      }
      if (!exposed.isEmpty()) {
        added.put("access-control-expose-headers", String.join(", ", exposed));
      }
    }
    return added;
  }

  /** The answer to a preflight request: what is allowed, whatever was asked for. */
  public HttpResponse preflight(@Nullable String origin) {
    HttpResponse response = HttpResponse.of(204);
    if (origin == null || !isAllowed(origin)) {
      return response;
    }
    response = response.header("access-control-allow-methods", String.join(", ", methods));
    if (!headers.isEmpty()) {
      response = response.header("access-control-allow-headers", String.join(", ", headers));
    }
    return response.header("access-control-max-age", Long.toString(remembered.toSeconds()));
  }

  private boolean isAllowed(String origin) {
    return origins.contains(ANY) || origins.contains(origin);
  }
}
