package dev.eventprocessor;

import dev.eventprocessor.batch.BatchSettings;
import dev.eventprocessor.http.HttpSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A part of a registry in the making: the registry itself, or a module that it includes. */
final class Section {

  /** Deeper than modules ever include one another, unless they do so without end. */
  private static final int DEEPEST = 50;

  final List<UnaryOperator<Event>> steps = new ArrayList<>(2);
  @Nullable InvocationStrategy strategy;
  @Nullable DispatchListener listener;
  @Nullable ErrorPolicy errors;
  @Nullable BatchSettings batch;
  @Nullable HttpSettings http;

  private final @Nullable Section parent;
  private final @Nullable Object module;
  private final int depth;

  private Section(@Nullable Section parent, @Nullable Object module, int depth) {
    this.parent = parent;
    this.module = module;
    this.depth = depth;
  }

  /** The registry itself. */
  static Section ofRegistry() {
    return new Section(null, null, 0);
  }

  /**
   * The part of a module that is included in this one.
   *
   * @throws ConfigurationException {@code module-circular}
   */
  Section including(Object included) {
    Section section = new Section(this, included, depth + 1);
    if (section.depth > DEEPEST) {
      throw new ConfigurationException(
          ErrorId.MODULE_CIRCULAR,
          "Modules include one another more than "
              + DEEPEST
              + " deep, the last of them "
              + section.owner()
              + ". A module that includes itself, through others or not, has to be one object: keep"
              + " it in a constant, or make it a record.",
          null);
    }
    return section;
  }

  @Nullable Section parent() {
    return parent;
  }

  @Nullable Object module() {
    return module;
  }

  /** The nearest part whose steps make what its filters see: itself, where it has steps. */
  Section view() {
    return parent == null || !steps.isEmpty() ? this : parent.view();
  }

  /** Whether a step changes the events before the filters of this part see them. */
  boolean seesPrepared() {
    return !steps.isEmpty() || (parent != null && parent.seesPrepared());
  }

  /** The nearest policy; null where failures bubble. */
  @Nullable ErrorPolicy errors() {
    return errors != null || parent == null ? errors : parent.errors();
  }

  /** For messages: {@code the registry}, or {@code the module com.example.Billing}. */
  String owner() {
    return module == null ? "the registry" : "the module " + moduleName();
  }

  /** The module's class; for a lambda the class that it stands in, for its own name tells less. */
  private String moduleName() {
    if (module == null) {
      return "";
    }
    String name = module.getClass().getName();
    int lambda = name.indexOf("$$Lambda");
    return lambda < 0 ? name : name.substring(0, lambda) + " (lambda)";
  }

  /** For messages, where the parts differ: {@code , one of the registry, one of the module X}. */
  static String both(Section one, Section other) {
    return one == other ? "" : ", one of " + one.owner() + ", one of " + other.owner();
  }

  /** For messages: the likely cause of a collision, where both parts come from one class. */
  static String ifIncludedTwice(Section one, Section other) {
    boolean twice =
        one != other
            && one.module != null
            && other.module != null
            && one.module.getClass() == other.module.getClass();
    return twice
        ? " The module is included twice, as two objects that are not equal: keep it in one"
            + " constant, or make it a record."
        : "";
  }
}
