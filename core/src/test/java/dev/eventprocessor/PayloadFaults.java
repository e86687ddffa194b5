package dev.eventprocessor;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.eventprocessor.event.Content;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.json.JsonLimits;
import dev.eventprocessor.spi.Fields;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** JSON and payloads that cannot be read, and values that cannot be had or written. */
final class PayloadFaults {

  private PayloadFaults() {}

  static void causeAll(Faults faults) {
    payloads(faults);
    values(faults);
  }

  private static void payloads(Faults faults) {
    faults.cause(() -> Json.read(""));
    faults.cause(() -> Json.read("{\"a\":"));
    faults.cause(() -> Json.read("{\"a\":1}}"));
    faults.cause(() -> Json.read("1e99999999999"));
    faults.cause(() -> Json.read("{}".getBytes(UTF_16)));
    faults.cause(() -> Json.read(new byte[17 * 1024 * 1024]));
    faults.cause(() -> Json.read("[1,2,3]".getBytes(UTF_8), new JsonLimits(5, 5)));
    faults.cause(() -> Json.read("9".repeat(1001)));
    faults.cause(() -> Json.read("[".repeat(501)));
    faults.cause(() -> Fields.of(List.of(), "SQS event"));
    faults.cause(() -> Fields.of(Map.of("Records", "x"), "SQS event").size("Records"));
    faults.cause(() -> Fields.of(Map.of("Records", List.of(1)), "SQS event").element("Records", 0));
    faults.cause(() -> Fields.of(Map.of(), "SNS event").requiredText("TopicArn"));
  }

  private static void values(Faults faults) {
    Event event = Event.of(Collections.singletonMap("total", 5));
    faults.cause(() -> event.text("total"));
    faults.cause(() -> event.text("order.id"));
    faults.cause(() -> event.json("order.id"));
    Event undecoded = Event.of(Map.of(), Content.decode("{\"s3cret", "application/json"));
    faults.cause(() -> undecoded.text("data.order.id"));
    faults.cause(() -> undecoded.json("data.order.id"));
    faults.cause(() -> Json.write(new Object()));
    faults.cause(() -> Json.write(Map.of(1, 1)));
    faults.cause(() -> Json.write(Double.NaN));
    faults.cause(() -> Json.write(Collections.nCopies(1, Faults.nested(500))));
  }
}
