package dev.eventprocessor.benchmarks.coldstart;

import dev.eventprocessor.runtimes.aws.LambdaAnswer;
import dev.eventprocessor.runtimes.aws.LambdaFunction;
import java.util.function.Consumer;

/** A deployed function that runs and can be called. */
interface Server extends AutoCloseable {

  /** The process that runs it. */
  long pid();

  /** One call, answered as expected. */
  void call() throws Exception;

  @Override
  void close();

  /** A Lambda function that is called with this payload, and whose answers are checked. */
  static Server of(LambdaFunction function, byte[] payload, Consumer<LambdaAnswer> check) {
    return new Server() {
      @Override
      public long pid() {
        return function.pid();
      }

      @Override
      public void call() throws InterruptedException {
        check.accept(function.invoke(payload));
      }

      @Override
      public void close() {
        function.close();
      }
    };
  }
}
