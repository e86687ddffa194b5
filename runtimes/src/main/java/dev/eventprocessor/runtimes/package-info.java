/**
 * The clouds' own runtimes, started on this machine with a packaged application.
 *
 * <p>Each cloud has a package of its own: {@code aws} runs the Lambda runtime interface client
 * against a Runtime API server, {@code gcp} the Functions Framework invoker, {@code azure} a
 * stand-in for the Functions Java worker (or the real worker, where its jar is at hand). A runtime
 * is always a process of its own, listens on loopback only, is bounded in time, and ends when it is
 * closed:
 *
 * <pre>{@code
 * try (LambdaFunction function = LambdaFunction.of(deployment, handler).start()) {
 *   LambdaAnswer answer = function.invoke(payload);
 * }
 * }</pre>
 */
@NullMarked
package dev.eventprocessor.runtimes;

import org.jspecify.annotations.NullMarked;
