package dev.eventprocessor.benchmarks.coldstart;

/** A deployed function that runs and can be called. */
interface Server extends AutoCloseable {

  /** The process that runs it. */
  long pid();

  /** One call, answered as expected. */
  void call() throws Exception;

  @Override
  void close();
}
