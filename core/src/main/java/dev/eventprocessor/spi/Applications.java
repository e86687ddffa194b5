package dev.eventprocessor.spi;

import dev.eventprocessor.ConfigurationException;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.EventProcessorException;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.event.CapabilityTable;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the application that a function was deployed with, and builds it. Stateless.
 *
 * <p>The module is the one that the environment variable {@value #MODULE} names, else the only one
 * that {@link ServiceLoader} finds. Naming it is a few milliseconds faster.
 */
public final class Applications {

  /** The environment variable that names the module's class. */
  public static final String MODULE = "EVENT_PROCESSOR_MODULE";

  /** The environment variable that, set to {@code true}, prints a line for each event. */
  public static final String TRACE = "EVENT_PROCESSOR_TRACE";

  /** The environment variable that names the trigger of all payloads, in place of their markers. */
  public static final String TRIGGER = "EVENT_PROCESSOR_TRIGGER";

  private Applications() {}

  /**
   * Finds the module and builds its registry.
   *
   * @param entrypoint the adapter's entry point; the application is looked for with its class
   *     loader, because the thread's is another one on some clouds
   * @throws ConfigurationException when there is no module, more than one, or a faulty one
   */
  public static EventProcessor load(Class<?> entrypoint) {
    EventProcessor processor = build(module(entrypoint.getClassLoader(), System.getenv(MODULE)));
    return isTraced() ? processor.withListener(Applications::print) : processor;
  }

  /** Whether the environment wants a line for each event. */
  public static boolean isTraced() {
    return "true".equals(System.getenv(TRACE));
  }

  /**
   * The same registry, which tells this log which processor each event goes to: for a platform that
   * shows what is printed without the invocation.
   *
   * @param log takes a line without its end
   */
  public static EventProcessor traced(EventProcessor processor, Consumer<String> log) {
    return processor.withListener((event, name) -> log.accept(line(event, name)));
  }

  /**
   * Finds the module, from what it is given.
   *
   * @param loader where to look
   * @param className the module's class; null or blank to look for a service
   * @throws ConfigurationException when there is no module, more than one, or a faulty one
   */
  public static ProcessorModule module(ClassLoader loader, @Nullable String className) {
    return className == null || className.isBlank()
        ? onlyService(loader)
        : named(loader, className.trim());
  }

  /**
   * Builds a module's registry.
   *
   * @throws ConfigurationException {@code module-failed}, when registering throws; all faults of
   *     the registry
   */
  public static EventProcessor build(ProcessorModule module) {
    EventProcessor.Builder processors = EventProcessor.builder();
    try {
      module.register(processors);
    } catch (EventProcessorException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw failed(module.getClass().getName(), "register failed with ", e);
    }
    return processors.build();
  }

  /**
   * The trigger that the environment says all payloads are of, for those that do not have their
   * documented markers.
   *
   * @param cloud the adapter's own, for example {@code aws}
   * @return null where it says nothing, which is the usual case
   * @throws ConfigurationException {@code trigger-unknown}
   */
  public static @Nullable String trigger(String cloud) {
    return trigger(cloud, System.getenv(TRIGGER));
  }

  /** {@link #trigger(String)}, from the value it is given. */
  public static @Nullable String trigger(String cloud, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String trigger = value.trim();
    if (!trigger.startsWith(cloud + ".") || CapabilityTable.of(trigger) == null) {
      throw new ConfigurationException(
          ErrorId.TRIGGER_UNKNOWN,
          "The environment variable "
              + TRIGGER
              + " names "
              + trigger
              + ", which is no trigger of this adapter. Write it as docs/EVENTS.md does, beginning"
              + " with "
              + cloud
              + "., or remove the variable, so that each payload says itself what it is.",
          null);
    }
    return trigger;
  }

  /** Every platform keeps what a function prints. */
  private static void print(Event event, String processor) {
    System.out.println(line(event, processor));
  }

  /** The trigger's name is an adapter's own word, no value of the event. */
  private static String line(Event event, String processor) {
    return "event-processor: " + event.get("trigger") + " -> " + processor;
  }

  private static ProcessorModule named(ClassLoader loader, String className) {
    Class<?> type;
    try {
      type = Class.forName(className, true, loader);
    } catch (ClassNotFoundException e) {
      throw new ConfigurationException(
          ErrorId.MODULE_NOT_FOUND,
          "The environment variable "
              + MODULE
              + " names "
              + className
              + ", which is not on the class path. Correct the name, or put the application's jar into"
              + " the deployment.",
          null);
    } catch (LinkageError e) {
      throw failed(className, "the class cannot be loaded: ", e);
    }
    if (!ProcessorModule.class.isAssignableFrom(type)) {
      throw wrongType(className);
    }
    return instance(type.asSubclass(ProcessorModule.class));
  }

  private static ConfigurationException wrongType(String className) {
    return new ConfigurationException(
        ErrorId.MODULE_WRONG_TYPE,
        "The environment variable "
            + MODULE
            + " names "
            + className
            + ", which does not implement "
            + ProcessorModule.class.getName()
            + ". Name the class that registers your processors.",
        null);
  }

  private static ProcessorModule instance(Class<? extends ProcessorModule> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw failed(type.getName(), "its constructor failed with ", e.getCause());
    } catch (ReflectiveOperationException | LinkageError e) {
      throw failed(
          type.getName(),
          "it needs to be public, with a public constructor without parameters: ",
          e);
    }
  }

  private static ProcessorModule onlyService(ClassLoader loader) {
    List<ProcessorModule> found = new ArrayList<>(1);
    try {
      Iterator<ProcessorModule> services =
          ServiceLoader.load(ProcessorModule.class, loader).iterator();
      while (services.hasNext()) {
        found.add(services.next());
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      throw failed("named in META-INF/services", "", e);
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    throw found.isEmpty() ? missing() : ambiguous(found);
  }

  private static ConfigurationException missing() {
    return new ConfigurationException(
        ErrorId.MODULE_MISSING,
        "There is no application: no class path entry names one in META-INF/services/"
            + ProcessorModule.class.getName()
            + ", and the environment variable "
            + MODULE
            + " is not set. Put the application's jar into the deployment, or set the variable to the"
            + " class that registers your processors.",
        null);
  }

  private static ConfigurationException ambiguous(List<ProcessorModule> found) {
    List<String> names = new ArrayList<>(found.size());
    for (ProcessorModule module : found) {
      names.add(module.getClass().getName());
    }
    return new ConfigurationException(
        ErrorId.MODULE_AMBIGUOUS,
        "There are "
            + found.size()
            + " applications on the class path: "
            + String.join(", ", names)
            + ". Set the environment variable "
            + MODULE
            + " to the one that this function runs.",
        null);
  }

  private static ConfigurationException failed(
      String module, String what, @Nullable Throwable cause) {
    return new ConfigurationException(
        ErrorId.MODULE_FAILED,
        "The module "
            + module
            + " cannot be used: "
            + what
            + (cause == null ? "an unknown fault" : cause.getClass().getName())
            + ". The cause says more.",
        cause);
  }
}
