package dev.eventprocessor.benchmarks.contenders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** By hand, with an ObjectMapper and trees. */
public final class DatabindHandler implements RequestStreamHandler {

  private final ObjectMapper json = new ObjectMapper();

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    List<Map<String, String>> failures = new ArrayList<>();
    for (JsonNode message : json.readTree(input).path("Records")) {
      try {
        JsonNode notification = json.readTree(message.path("body").textValue());
        handle(json.readTree(notification.path("Message").textValue()));
      } catch (IOException | RuntimeException e) {
        failures.add(Map.of("itemIdentifier", message.path("messageId").textValue()));
      }
    }
    json.writeValue(output, Map.of("batchItemFailures", failures));
  }

  static void handle(JsonNode alarm) {
    String name = alarm.path("AlarmName").textValue();
    switch (alarm.path("NewStateValue").asText()) {
      case "ALARM" -> Alarms.raised(name);
      case "OK" -> Alarms.cleared(name);
      case "INSUFFICIENT_DATA" -> Alarms.unknown(name);
      default -> throw new IllegalArgumentException("An unknown state");
    }
  }
}
