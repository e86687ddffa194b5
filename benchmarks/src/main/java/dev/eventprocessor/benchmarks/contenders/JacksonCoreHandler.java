package dev.eventprocessor.benchmarks.contenders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** By hand, with jackson-core's parser into maps: the leanest that many would still write. */
public final class JacksonCoreHandler implements RequestStreamHandler {

  private final JsonFactory json = new JsonFactory();

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    List<String> failures = new ArrayList<>();
    Map<?, ?> event = JsonMaps.read(json.createParser(input));
    for (Object element : (List<?>) Objects.requireNonNull(event.get("Records"))) {
      Map<?, ?> message = (Map<?, ?>) element;
      try {
        String body = JsonMaps.text(message, "body");
        String alarm = JsonMaps.text(JsonMaps.read(json.createParser(body)), "Message");
        handle(JsonMaps.read(json.createParser(alarm)));
      } catch (IOException | RuntimeException e) {
        failures.add(JsonMaps.text(message, "messageId"));
      }
    }
    try (JsonGenerator answer = json.createGenerator(output)) {
      answer.writeStartObject();
      answer.writeArrayFieldStart("batchItemFailures");
      for (String failure : failures) {
        answer.writeStartObject();
        answer.writeStringField("itemIdentifier", failure);
        answer.writeEndObject();
      }
      answer.writeEndArray();
      answer.writeEndObject();
    }
  }

  private static void handle(Map<?, ?> alarm) {
    String name = JsonMaps.text(alarm, "AlarmName");
    switch (JsonMaps.text(alarm, "NewStateValue")) {
      case "ALARM" -> Alarms.raised(name);
      case "OK" -> Alarms.cleared(name);
      case "INSUFFICIENT_DATA" -> Alarms.unknown(name);
      default -> throw new IllegalArgumentException("An unknown state");
    }
  }
}
