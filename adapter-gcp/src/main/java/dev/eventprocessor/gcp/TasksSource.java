package dev.eventprocessor.gcp;

import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task of Cloud Tasks with an HTTP target ("Create HTTP target tasks", reading request headers,
 * Cloud Tasks documentation). The headers that the task's maker set stand beside those of the
 * platform, in {@code raw.headers}.
 */
final class TasksSource {

  private static final String QUEUE = "x-cloudtasks-queuename";

  private static final int LONGEST_TIME = "1234567890.123456789".length();

  private static final String TASK = "x-cloudtasks-taskname";

  private TasksSource() {}

  static boolean isTask(Headers headers) {
    return headers.first(QUEUE) != null && headers.first(TASK) != null;
  }

  static PortableEvent task(byte[] body, Headers headers) {
    @Nullable Long retries = headers.number("x-cloudtasks-taskretrycount");
    PortableEvent event =
        PortableEvent.of(Kind.QUEUE, "gcp", "gcp.tasks")
            .put("id", headers.first(TASK))
            .put("type", "google.cloud.tasks.task")
            .put("time", time(headers.first("x-cloudtasks-tasketa")))
            .put("traceparent", headers.first("traceparent"))
            .resource("name", headers.first(QUEUE))
            .delivery("attempt", retries == null ? null : retries + 1);
    return body.length == 0 ? event : event.content(Content.decode(body, headers.contentType()));
  }

  /** Seconds since 1970, with a fraction; absent where it is anything else. */
  private static @Nullable String time(@Nullable String seconds) {
    int point = seconds == null ? -1 : seconds.indexOf('.');
    if (seconds == null || seconds.length() > LONGEST_TIME) {
      return null;
    }
    String whole = point < 0 ? seconds : seconds.substring(0, point);
    String fraction = point < 0 ? "" : seconds.substring(point + 1);
    try {
      int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
      return nanos < 0 ? null : Instant.ofEpochSecond(Long.parseLong(whole), nanos).toString();
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
