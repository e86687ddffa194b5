package dev.eventprocessor;

/**
 * "Here are my processors": the one class by which an application is found.
 *
 * <p>Name it in {@code META-INF/services/dev.eventprocessor.ProcessorModule}, or in the environment
 * variable {@code EVENT_PROCESSOR_MODULE}, which starts a few milliseconds faster. It needs a
 * public constructor without parameters. Modules compose by calling each other's {@link #register}.
 */
public interface ProcessorModule {

  /** Registers everything; called once, when the function starts. */
  void register(EventProcessor.Builder processors);
}
