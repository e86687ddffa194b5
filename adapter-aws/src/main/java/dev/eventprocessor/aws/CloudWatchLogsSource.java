package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.event.Content;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.json.JsonLimits;
import dev.eventprocessor.spi.Fields;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Amazon CloudWatch Logs: records of one log stream, as gzip in base64 ("Using CloudWatch Logs
 * subscription filters", CloudWatch Logs User Guide). The service's message that checks whether the
 * function can be reached is no event. Nothing is answered.
 */
final class CloudWatchLogsSource implements LambdaSource {

  private static final String DATA = "data";

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    Fields awslogs = Fields.of(payload, "CloudWatch Logs event").requiredFields("awslogs");
    Fields message = Fields.of(inflate(awslogs), "CloudWatch Logs message");
    if (!"CONTROL_MESSAGE".equals(message.text("messageType"))) {
      PortableEvent event = PortableEvent.of(Kind.LOGS, "aws", "aws.cloudwatch-logs");
      describe(message, event);
      Runs.single(processor, List.of(event.build(payload)), context);
    }
    return null;
  }

  /** As much as is read of any payload, and no more: a few kilobytes of gzip can hold gigabytes. */
  private static @Nullable Object inflate(Fields awslogs) {
    byte @Nullable [] zipped = awslogs.bytes(DATA);
    if (zipped == null) {
      throw awslogs.wrong(DATA, "gzip in base64");
    }
    try (InputStream inflated = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return Json.read(inflated, JsonLimits.DEFAULT);
    } catch (IOException notGzip) {
      throw awslogs.wrong(DATA, "gzip in base64");
    }
  }

  private static void describe(Fields message, PortableEvent event) {
    @Nullable String group = message.text("logGroup");
    @Nullable String stream = message.text("logStream");
    int size = message.size("logEvents");
    event
        .put("source", group)
        .put("type", "com.amazonaws.logs." + message.requiredText("messageType"))
        .put("subject", stream)
        .content(Content.of(message.map()))
        .resource("name", group)
        .resource("account", message.text("owner"));
    if (size > 0) {
      String first = message.element("logEvents", 0).requiredText("id");
      String last = message.element("logEvents", size - 1).requiredText("id");
      event.derivedId(message.text("owner"), group, stream, first, last);
    }
  }
}
