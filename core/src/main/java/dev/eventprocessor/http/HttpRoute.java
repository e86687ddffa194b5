package dev.eventprocessor.http;

import dev.eventprocessor.ConfigurationException;
import dev.eventprocessor.Event;
import dev.eventprocessor.Filter;
import dev.eventprocessor.Filters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Requests of a method to paths of a template: a filter over {@code http.method} and {@code
 * http.path} like any other, and the template's parameters, which a processor finds under {@code
 * http.pathparams}. Give it to {@code EventProcessor.Builder.on}. Immutable.
 *
 * <pre>{@code
 * HttpRoute.get("/users/{id}")                            // /users/7, not /users/7/orders
 * HttpRoute.get("/files/{path...}")                       // /files/a/b, and /files/
 * HttpRoute.post("/orders").and(exists("http.query.dry"))
 * HttpRoute.get("/orders").produces("text/csv")
 * }</pre>
 *
 * <p>A template is written decoded, and the whole path has to fit; a slash at the end counts.
 * {@code {name}} is one segment and not empty, {@code {name...}} the rest, even an empty one. A
 * slash that came encoded ({@code %2F}) separates nothing. Of routes with equally many conditions
 * the one with fewer parameters goes first, wherever it was registered.
 */
public final class HttpRoute implements UnaryOperator<Event> {

  private static final String PATH = "http.path";

  private final Filter filter;
  private final HttpTemplate template;

  private HttpRoute(Filter filter, HttpTemplate template) {
    this.filter = filter;
    this.template = template;
  }

  /** Requests by {@code GET}, and by {@code HEAD}, which are answered without a body. */
  public static HttpRoute get(String template) {
    return route(Filters.oneOf("http.method", "GET", "HEAD"), template);
  }

  /** Requests by {@code POST}. */
  public static HttpRoute post(String template) {
    return of("POST", template);
  }

  /** Requests by {@code PUT}. */
  public static HttpRoute put(String template) {
    return of("PUT", template);
  }

  /** Requests by {@code PATCH}. */
  public static HttpRoute patch(String template) {
    return of("PATCH", template);
  }

  /** Requests by {@code DELETE}. */
  public static HttpRoute delete(String template) {
    return of("DELETE", template);
  }

  /**
   * Requests by this method and no other.
   *
   * @param method as requests have it, in capitals
   * @throws ConfigurationException {@code route-malformed}
   */
  public static HttpRoute of(String method, String template) {
    for (int i = 0; i < method.length(); i++) {
      if (method.charAt(i) < 'A' || method.charAt(i) > 'Z') {
        throw Faults.malformed(
            template, "its method is not all capitals", "Write it as GET is written.");
      }
    }
    return route(Filters.eq("http.method", method), template);
  }

  private static HttpRoute route(Filter method, String text) {
    HttpTemplate template = HttpTemplate.of(text);
    Filter path =
        template.parameters() == 0
            ? Filters.eq(PATH, text)
            : Filters.matches(PATH, template.expression());
    return new HttpRoute(Filters.allOf(method, path), template);
  }

  /** The same, for requests that this filter accepts, too. */
  public HttpRoute and(Filter other) {
    return new HttpRoute(filter.and(other), template);
  }

  /**
   * The same, for requests that take an answer of this type: whose {@code Accept} header has a
   * range that it is in, or is absent. Of several registrations that are acceptable the usual order
   * decides, and not the caller's {@code q}. Where the type is all that is wrong, the answer is
   * 406.
   *
   * @param type for example {@code text/csv}; the answer's own header is the processor's matter
   * @throws ConfigurationException {@code route-malformed}, for a type that is a range or has
   *     parameters
   */
  public HttpRoute produces(String type) {
    int slash = type.indexOf('/');
    if (slash <= 0
        || slash == type.length() - 1
        || type.indexOf('*') >= 0
        || !HttpResponse.isOfToken(type.substring(0, slash))
        || !HttpResponse.isOfToken(type.substring(slash + 1))) {
      throw Faults.malformed(
          type, "it is no media type", "Write it as type/subtype, without parameters.");
    }
    String lower = type.toLowerCase(Locale.ROOT);
    return and(Filters.test("the request accepts " + lower, new Accepts(lower)));
  }

  /** What requests of this route are told by. */
  public Filter filter() {
    return filter;
  }

  /**
   * How many parameters the template has; the rest of a path counts more than any number of them.
   */
  public int parameters() {
    return template.parameters();
  }

  /**
   * The event with the template's parameters under {@code http.pathparams}, decoded, in place of
   * those of the platform's own routing.
   */
  @Override
  public Event apply(Event event) {
    if (template.parameters() == 0 || !(event.get("http") instanceof Map<?, ?> http)) {
      return event;
    }
    Map<Object, @Nullable Object> changed = new LinkedHashMap<>(http);
    changed.put(
        "pathparams", template.values(String.valueOf(http.get("path")), http.get("rawpath")));
    return event.with("http", changed);
  }

  /** The filter as text. */
  @Override
  public String toString() {
    return filter.toString();
  }
}
