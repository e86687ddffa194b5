package dev.eventprocessor.benchmarks.contenders;

import com.fasterxml.jackson.core.JsonFactory;
import com.google.cloud.functions.CloudEventsFunction;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/** By hand on Google Cloud: a Pub/Sub message around a CloudWatch alarm's JSON. */
public final class BareCloudEvents implements CloudEventsFunction {

  private final JsonFactory json = new JsonFactory();

  @Override
  public void accept(CloudEvent event) throws IOException {
    byte[] data = Objects.requireNonNull(event.getData()).toBytes();
    Object message = JsonMaps.read(json.createParser(data)).get("message");
    String content = JsonMaps.text((Map<?, ?>) Objects.requireNonNull(message), "data");
    Map<?, ?> alarm = JsonMaps.read(json.createParser(Base64.getDecoder().decode(content)));
    String name = JsonMaps.text(alarm, "AlarmName");
    switch (JsonMaps.text(alarm, "NewStateValue")) {
      case "ALARM" -> Alarms.raised(name);
      case "OK" -> Alarms.cleared(name);
      case "INSUFFICIENT_DATA" -> Alarms.unknown(name);
      default -> throw new IllegalArgumentException("An unknown state");
    }
  }
}
