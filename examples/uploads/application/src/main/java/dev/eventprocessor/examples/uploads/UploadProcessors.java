package dev.eventprocessor.examples.uploads;

import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.exists;
import static dev.eventprocessor.Filters.oneOf;

import dev.eventprocessor.DependencyFactory;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.ProcessorModule;

/**
 * Keeps a catalogue of what is uploaded. The store tells of an object through a queue, and a person
 * may put a message of their own into it. Written once; runs on AWS, Google Cloud and Azure.
 */
public final class UploadProcessors implements ProcessorModule {

  static final DependencyFactory<Catalogue> CATALOGUE =
      DependencyFactory.of("catalogue", Catalogue::open);

  @Override
  public void register(EventProcessor.Builder processors) {
    processors
        .on(eq("object.action", "created"))
        .named("add")
        .with(CATALOGUE.named("pictures"))
        .run((event, catalogue) -> catalogue.add(name(event, "object"), event.get("object.size")));

    processors
        .on(eq("object.action", "deleted"))
        .named("remove")
        .with(CATALOGUE.named("pictures"))
        .run((event, catalogue) -> catalogue.remove(name(event, "object")));

    processors
        .on(oneOf("kind", "queue", "topic").and(exists("data.remove")))
        .named("remove-by-hand")
        .with(CATALOGUE.named("pictures"))
        .run((event, catalogue) -> catalogue.remove(name(event, "data.remove")));
  }

  private static String name(Event event, String of) {
    return event.text(of + ".bucket") + "/" + event.text(of + ".key");
  }
}
