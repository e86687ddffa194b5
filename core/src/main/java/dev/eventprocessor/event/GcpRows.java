package dev.eventprocessor.event;

import java.util.List;

/** The capabilities of Google Cloud's triggers. */
final class GcpRows {

  private GcpRows() {}

  static void addTo(List<Capabilities> all) {
    all.add(
        Capabilities.row("gcp.pubsub", Kind.TOPIC)
            .always("id", "type", "time", "source", "resource.id", "resource.name")
            .always("resource.account")
            .data("the message has more than attributes")
            .when("the message has an ordering key", "partitionkey")
            .when("the message has some", "attributes")
            .when("the subscription has a dead-letter policy", "delivery.attempt")
            .always("delivery.subscription")
            .end());
    all.add(
        Capabilities.row("gcp.cloudevents", Kind.BUS)
            .always("id", "source", "type")
            .when(
                "the sender set it",
                "subject",
                "time",
                "datacontenttype",
                "dataschema",
                "attributes")
            .data("the sender set it")
            .end());
  }
}
