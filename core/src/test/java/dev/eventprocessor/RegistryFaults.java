package dev.eventprocessor;

import static dev.eventprocessor.Filters.any;
import static dev.eventprocessor.Filters.eq;
import static dev.eventprocessor.Filters.exists;

import java.util.Map;

/** What a registry is refused for when it is built. */
final class RegistryFaults {

  private RegistryFaults() {}

  static void causeAll(Faults faults) {
    registrations(faults);
    selections(faults);
    inclusions(faults);
  }

  private static void registrations(Faults faults) {
    faults.build(processors -> {});
    faults.build(processors -> processors.on(exists("a")).named("orders"));
    faults.build(
        processors -> {
          processors.on(exists("a")).named("orders").run(event -> {});
          processors.on(exists("b")).named("orders").run(event -> {});
        });
    faults.build(
        processors -> {
          processors.on(exists("a")).needs(Faults.client("one")).run(event -> {});
          processors.on(exists("b")).needs(Faults.client("two")).run(event -> {});
        });
    faults.build(
        processors -> {
          processors.on(Map.of("type", "order")).named("one").run(event -> {});
          processors.on(eq("type", "order")).named("two").run(event -> {});
        });
    faults.build(
        processors -> {
          processors.otherwise().named("log").run(event -> {});
          processors.otherwise().named("drop").run(event -> {});
        });
    faults.build(
        processors -> {
          processors.on(exists("a")).named("orders");
          processors.on(exists("a")).named("orders").run(event -> {});
        });
  }

  private static void selections(Faults faults) {
    faults.build(
        processors -> {
          processors.triggers("aws.sqs", "gcp.pubsub");
          processors.on(eq("http.method", "GET").and(exists("data"))).run(event -> {});
        });
    faults.build(
        processors -> {
          processors.triggers("aws.sqss");
          processors.on(exists("data")).run(event -> {});
        });
    faults.build(
        processors -> {
          processors.on(exists("a")).rank(10).named("audit").run(event -> {});
          processors.on(exists("a").and(exists("b"))).named("orders").run(event -> {});
        });
    faults.build(
        processors -> {
          processors.on(any()).rank(1).named("log").run(event -> {});
          processors.on(exists("a")).named("orders").run(event -> {});
        });
    faults.build(
        processors -> {
          processors.strategy(InvocationStrategy.SKIP_IF_AMBIGUOUS);
          processors.on(any()).named("log").run(event -> {});
          processors.on(exists("a")).named("orders").run(event -> {});
        });
    faults.build(
        processors -> {
          processors.on(any()).named("log").run(event -> {});
          processors.otherwise().run(event -> {});
        });
    faults.build(processors -> processors.otherwise().rank(-1).run(event -> {}));
  }

  private static void inclusions(Faults faults) {
    faults.build(
        processors -> {
          processors.include(new Orders("a"));
          processors.include(new Orders("a"));
        });
    faults.build(
        processors -> {
          processors.on(exists("a")).named("own").run(event -> {});
          processors.include(new Orders("a"));
        });
    faults.cause(() -> EventProcessor.builder().include(new Endless()));
    faults.build(
        processors -> {
          processors.otherwise().run(event -> {});
          processors.include(new Settings());
        });
  }

  /** Not equal to another, as most classes are. */
  private static final class Orders implements ProcessorModule {
    private final String path;

    Orders(String path) {
      this.path = path;
    }

    @Override
    public void register(EventProcessor.Builder processors) {
      processors.on(exists(path)).named("orders").run(event -> {});
    }
  }

  private static final class Endless implements ProcessorModule {
    @Override
    public void register(EventProcessor.Builder processors) {
      processors.include(new Endless());
    }
  }

  private static final class Settings implements ProcessorModule {
    @Override
    public void register(EventProcessor.Builder processors) {
      processors.strategy(InvocationStrategy.ALL_MATCHES);
    }
  }
}
