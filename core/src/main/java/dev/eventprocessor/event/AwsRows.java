package dev.eventprocessor.event;

import java.util.List;

/** The capabilities of AWS Lambda's triggers. */
final class AwsRows {

  private AwsRows() {}

  static void addTo(List<Capabilities> all) {
    all.add(
        Capabilities.row("aws.sqs", Kind.QUEUE)
            .always("id", "source", "type", "time")
            .data("")
            .always("resource.id", "resource.name", "resource.region", "resource.account")
            .always("delivery.attempt", "delivery.enqueued", "delivery.firstreceived")
            .always("delivery.index", "delivery.size", "delivery.receipt")
            .when("the message has a group", "partitionkey")
            .when("the queue is FIFO", "sequence")
            .when("the message has some", "attributes")
            .when("an attribute of that name holds it", "traceparent")
            .opens("cloudevents")
            .end());
  }
}
