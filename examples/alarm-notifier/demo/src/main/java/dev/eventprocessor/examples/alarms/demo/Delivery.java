package dev.eventprocessor.examples.alarms.demo;

import dev.eventprocessor.runtimes.Payload;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one cloud is sent: how it arrives there, and the payload.
 *
 * @param trigger how it arrives, for people: {@code SNS}, {@code Pub/Sub}, ...
 * @param function the function it goes to, where a deployment has several (Azure); null elsewhere
 * @param headers HTTP headers (Google Cloud) or metadata (Azure); empty on AWS
 * @param body the payload
 */
record Delivery(
    String trigger, @Nullable String function, Map<String, String> headers, Payload body) {

  static Delivery ofBody(String trigger, byte[] body) {
    return new Delivery(trigger, null, Map.of(), Payload.of(body));
  }
}
