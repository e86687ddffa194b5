package dev.eventprocessor.spi;

import dev.eventprocessor.InvalidEventException;
import dev.eventprocessor.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is told of a failure: a problem document ("Problem Details for HTTP APIs", RFC
 * 9457) with the status in words and, where the caller can mend it, this library's name of what is
 * wrong. Never a word of the exception. Stateless.
 */
final class HttpProblem {

  private HttpProblem() {}

  static HttpResponse of(int status, @Nullable Throwable failure) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", HttpReasons.of(status));
    problem.put("status", status);
    if (status < 500 && failure instanceof InvalidEventException invalid) {
      problem.put("code", invalid.id().text());
    }
    return HttpResponse.of(status).header("content-type", "application/problem+json").body(problem);
  }
}
