package dev.eventprocessor;

import java.util.function.Consumer;

/**
 * "Here are my processors": the one class by which an application is found.
 *
 * <p>Name it in {@code META-INF/services/dev.eventprocessor.ProcessorModule}, or in the environment
 * variable {@code EVENT_PROCESSOR_MODULE}, which starts a few milliseconds faster. It needs a
 * public constructor without parameters. A larger application is made of modules that {@link
 * EventProcessor.Builder#include} others.
 */
public interface ProcessorModule extends Consumer<EventProcessor.Builder> {

  /** Registers everything; called once, when the function starts. */
  void register(EventProcessor.Builder processors);

  /** The same as {@link #register}: what lets a module be included. */
  @Override
  default void accept(EventProcessor.Builder processors) {
    register(processors);
  }
}
