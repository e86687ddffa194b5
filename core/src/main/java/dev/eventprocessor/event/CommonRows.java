package dev.eventprocessor.event;

import java.util.List;

/** The capabilities of what travels on every cloud. */
final class CommonRows {

  private CommonRows() {}

  static void addTo(List<Capabilities> all) {
    all.add(
        Capabilities.row("cloudevents", Kind.BUS)
            .always("id", "source", "type", "resource.id")
            .when(
                "the sender set it",
                "subject",
                "time",
                "datacontenttype",
                "dataschema",
                "attributes")
            .data("the sender set it")
            .when(
                "the sender set the extension",
                "partitionkey",
                "sequence",
                "correlationid",
                "causationid",
                "traceparent",
                "tracestate",
                "expirytime",
                "recordedtime",
                "dataref")
            .opens("cloudevents")
            .end());
  }
}
