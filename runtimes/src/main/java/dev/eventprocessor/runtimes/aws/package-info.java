/**
 * AWS Lambda's own Java runtime, run on this machine.
 *
 * <p>{@link dev.eventprocessor.runtimes.aws.LambdaFunction} starts the runtime interface client in
 * a process of its own, laid out as the managed runtime lays it out, and plays the Runtime API to
 * it. Every call has a {@link dev.eventprocessor.runtimes.aws.LambdaAnswer}, whatever the function
 * does:
 *
 * <pre>{@code
 * try (LambdaFunction function =
 *     LambdaFunction.of(deployment, "com.example.Handler").timeout(Duration.ofSeconds(3)).start()) {
 *   String text = function.invoke(payload).response().text();
 * }
 * }</pre>
 *
 * <p>{@link dev.eventprocessor.runtimes.aws.InvokeFront} puts a function behind the service's
 * Invoke operation, for callers that speak HTTP.
 *
 * <p>The runtime's native client exists for Linux only.
 */
@NullMarked
package dev.eventprocessor.runtimes.aws;

import org.jspecify.annotations.NullMarked;
