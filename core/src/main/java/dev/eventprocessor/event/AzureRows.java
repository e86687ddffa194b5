package dev.eventprocessor.event;

import java.util.List;

/** The capabilities of Azure's triggers. */
final class AzureRows {

  private static final String BOUND = "the function binds it";

  private AzureRows() {}

  static void addTo(List<Capabilities> all) {
    all.add(
        Capabilities.row("azure.servicebus", Kind.QUEUE, Kind.TOPIC)
            .always("type")
            .data("")
            .when(BOUND, "id", "time", "partitionkey", "sequence", "correlationid", "expirytime")
            .when(BOUND, "subject", "datacontenttype", "attributes", "resource.name")
            .when(BOUND, "delivery.attempt", "delivery.enqueued", "delivery.receipt")
            .when(BOUND, "delivery.subscription", "message.replyto", "message.to")
            .end());
    all.add(
        Capabilities.row("azure.queue", Kind.QUEUE)
            .always("type")
            .data("")
            .when(BOUND, "id", "time", "expirytime", "resource.name")
            .when(BOUND, "delivery.attempt", "delivery.enqueued", "delivery.receipt")
            .end());
    all.add(
        Capabilities.row("azure.eventgrid", Kind.BUS)
            .when("not in a custom schema", "id", "source", "type", "time", "resource.id")
            .when("the sender set it", "subject", "dataschema", "datacontenttype")
            .data("the sender set it")
            .when("the event is a CloudEvent with extensions", "attributes")
            .end());
  }
}
