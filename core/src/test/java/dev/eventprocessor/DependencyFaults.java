package dev.eventprocessor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Dependencies that cannot be made, closed or had, and wiring that is refused. */
final class DependencyFaults {

  private DependencyFaults() {}

  static void causeAll(Faults faults) {
    lifetimes(faults);
    wiring(faults);
  }

  private static void lifetimes(Faults faults) {
    faults.dispatch(
        processors ->
            processors
                .otherwise()
                .with(
                    DependencyFactory.<String>needing(
                            "bucket",
                            name -> List.of(),
                            (name, needed) -> needed.get(Faults.client("x")))
                        .unnamed())
                .run((event, bucket) -> {}));
    faults.dispatch(
        processors ->
            processors
                .otherwise()
                .with(
                    Dependency.<AutoCloseable>of(
                            "session",
                            () ->
                                () -> {
                                  throw new IOException("no network");
                                })
                        .perInvocation())
                .run((event, session) -> {}));
    EventProcessor.Builder processors = EventProcessor.builder();
    processors.otherwise().with(Faults.client("x")).run((event, client) -> {});
    EventProcessor closed = processors.build();
    closed.close();
    faults.cause(() -> closed.invoke(Map.of()));
    Dependency<Object> session = Dependency.of("session", Object::new).perInvocation();
    List<Dependencies> kept = new ArrayList<>();
    EventProcessor.Builder others = EventProcessor.builder();
    others.otherwise().needs(session).process((event, all) -> kept.add(all));
    others.build().invoke(Map.of());
    faults.cause(() -> kept.get(0).get(session));
  }

  private static void wiring(Faults faults) {
    Dependency<Object> none = null;
    faults.build(processors -> processors.otherwise().with(none).run((event, missing) -> {}));
    faults.build(
        processors ->
            processors
                .otherwise()
                .with(Dependency.of("orders", none, missing -> missing))
                .run((event, orders) -> {}));
    faults.build(
        processors ->
            processors
                .otherwise()
                .with(
                    DependencyFactory.needing(
                            "bucket",
                            name -> List.of(Faults.client(null), null),
                            (name, needed) -> name)
                        .named("a"))
                .run((event, bucket) -> {}));
    faults.build(
        processors -> processors.otherwise().with(Circle.A.named("x")).run((event, a) -> {}));
    faults.build(
        processors -> processors.otherwise().with(Circle.ENDLESS.named("")).run((e, a) -> {}));
    Dependency<Object> cart =
        Dependency.of("cart", Dependency.EVENT, event -> new Object()).perInvocation();
    faults.build(
        processors ->
            processors
                .otherwise()
                .with(Dependency.of("orders", cart, all -> all))
                .run((event, orders) -> {}));
    faults.build(
        processors -> processors.otherwise().with(cart.primed()).run((event, primed) -> {}));
    faults.build(
        processors -> processors.prepare(cart, (e, all) -> e).otherwise().run(event -> {}));
    faults.build(
        processors ->
            processors
                .override(Faults.client("slak"), "fake")
                .override("klient", name -> "fake")
                .override("nothing-like-it", name -> "fake")
                .otherwise()
                .with(Faults.client("slack"))
                .run((event, client) -> {}));
  }

  /** Factories that need each other. */
  private static final class Circle {
    static final DependencyFactory<String> A =
        DependencyFactory.needing("a", name -> List.of(Circle.B), (name, needed) -> name);
    static final Dependency<String> B =
        DependencyFactory.needing("b", none -> List.of(Circle.A.named("x")), (none, needed) -> none)
            .unnamed();
    static final DependencyFactory<String> ENDLESS =
        DependencyFactory.needing(
            "endless", name -> List.of(Circle.ENDLESS.named(name + "x")), (name, needed) -> name);
  }
}
