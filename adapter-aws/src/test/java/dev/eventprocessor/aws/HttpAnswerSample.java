package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Event;
import dev.eventprocessor.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The answer of a trigger with requests: the same response, in members that the trigger knows. */
record HttpAnswerSample(Map<?, ?> sample) implements AnswerSample {

  private static final Map<String, Class<?>> MEMBERS =
      Map.of(
          "statusCode", Long.class,
          "statusDescription", String.class,
          "headers", Map.class,
          "multiValueHeaders", Map.class,
          "cookies", List.class,
          "body", String.class,
          "isBase64Encoded", Boolean.class);

  /** A load balancer takes several values of a header only where it sends lists itself. */
  @Override
  public boolean answers(Map<?, ?> payload) {
    boolean balancer =
        payload.get("requestContext") instanceof Map<?, ?> context && context.containsKey("elb");
    return !balancer
        || !payload.containsKey("headers")
        || headers(sample).values().stream().allMatch(values -> values.size() == 1);
  }

  @Override
  public HttpResponse value(Event event) {
    HttpResponse response = HttpResponse.of(((Number) sample.get("statusCode")).intValue());
    for (Map.Entry<String, Set<String>> header : headers(sample).entrySet()) {
      for (String value : header.getValue()) {
        response = response.header(header.getKey(), value);
      }
    }
    return response.body(sample.get("body"));
  }

  @Override
  public void check(Map<?, ?> payload, @Nullable Object answer) {
    Map<?, ?> given = (Map<?, ?>) answer;
    assertEquals(sample.get("statusCode"), given.get("statusCode"));
    assertEquals(sample.get("body"), given.get("body"));
    assertEquals(false, given.get("isBase64Encoded"));
    Map<String, Set<String>> expected = headers(sample);
    expected.putIfAbsent("content-type", Set.of("text/plain; charset=utf-8"));
    assertEquals(expected, headers(given));
    given.forEach(
        (name, value) ->
            assertTrue(MEMBERS.get(name).isInstance(value), () -> name + " is a member"));
    boolean cookiesAreAMember = "2.0".equals(payload.get("version"));
    assertTrue(cookiesAreAMember || !given.containsKey("cookies"));
    assertTrue(!cookiesAreAMember || !given.containsKey("multiValueHeaders"));
  }

  /** What a client gets of an answer, whichever members it stands in. */
  private static Map<String, Set<String>> headers(Map<?, ?> answer) {
    Map<String, Set<String>> headers = new TreeMap<>();
    if (answer.get("headers") instanceof Map<?, ?> single) {
      single.forEach((name, value) -> headers.put(lower(name), Set.of((String) value)));
    }
    if (answer.get("multiValueHeaders") instanceof Map<?, ?> many) {
      many.forEach((name, values) -> headers.put(lower(name), texts((List<?>) values)));
    }
    if (answer.get("cookies") instanceof List<?> cookies) {
      Set<String> all = new TreeSet<>(headers.getOrDefault("set-cookie", Set.of()));
      all.addAll(texts(cookies));
      headers.put("set-cookie", all);
    }
    return headers;
  }

  private static String lower(Object name) {
    return ((String) name).toLowerCase(Locale.ROOT);
  }

  private static Set<String> texts(List<?> values) {
    Set<String> texts = new TreeSet<>();
    values.forEach(value -> texts.add((String) value));
    return texts;
  }
}
