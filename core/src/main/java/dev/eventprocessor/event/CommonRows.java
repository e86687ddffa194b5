package dev.eventprocessor.event;

import java.util.List;

/** The capabilities of what travels on every cloud. */
final class CommonRows {

  private CommonRows() {}

  static void addTo(List<Capabilities> all) {
    all.add(
        cloudEvent("cloudevents", Kind.BUS).data("the sender set it").opens("cloudevents").end());
  }

  /** What every CloudEvent has, and what its extensions may add. */
  static Capabilities.Row cloudEvent(String trigger, Kind kind) {
    return Capabilities.row(trigger, kind)
        .always("id", "source", "type", "resource.id")
        .when("the sender set it", "subject", "time", "datacontenttype", "dataschema", "attributes")
        .when("the sender set the extension", CloudEvents.EXTENSIONS);
  }
}
