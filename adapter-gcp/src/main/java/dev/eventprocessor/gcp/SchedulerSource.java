package dev.eventprocessor.gcp;

import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.event.Rfc3339;
import dev.eventprocessor.spi.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A tick of Cloud Scheduler, over HTTP or in a CloudEvent ("HTTP target headers", Cloud Scheduler
 * documentation; {@code SchedulerJobData}, google-cloudevents). A job that publishes to Pub/Sub is
 * a message like any other: nothing in it says where it came from.
 */
final class SchedulerSource {

  static final String TYPE = "google.cloud.scheduler.job.v1.executed";

  private static final String JOB = "x-cloudscheduler-jobname";

  private SchedulerSource() {}

  static PortableEvent event(Received received) {
    @Nullable Fields data = received.data("Cloud Scheduler event");
    byte @Nullable [] custom = data == null ? null : data.bytes("customData");
    PortableEvent event =
        received
            .portable(Kind.SCHEDULE, "gcp.scheduler")
            .detail("schedule", "name", lastSegment(received.source()));
    return data == null
        ? event
        : event.content(custom == null ? null : Content.decode(custom, null));
  }

  static boolean isTick(Headers headers) {
    return headers.first(JOB) != null || "true".equals(headers.first("x-cloudscheduler"));
  }

  /** A job has no id for each tick: it is derived of the job's name and time. */
  static PortableEvent tick(byte[] body, Headers headers) {
    @Nullable String name = headers.first(JOB);
    @Nullable String time = headers.first("x-cloudscheduler-scheduletime");
    PortableEvent event =
        PortableEvent.of(Kind.SCHEDULE, "gcp", "gcp.http-scheduler")
            .put("type", TYPE)
            .put("time", Rfc3339.of(time))
            .resource("name", name)
            .detail("schedule", "name", name)
            .detail("schedule", "scheduled", Rfc3339.of(time))
            .derivedId(name, time);
    return body.length == 0 ? event : event.content(Content.decode(body, headers.contentType()));
  }

  private static String lastSegment(String source) {
    return source.substring(source.lastIndexOf('/') + 1);
  }
}
