/**
 * A packaged Azure Functions app, run as the Functions Java worker runs it.
 *
 * <p>The worker itself is on no registry, so a stand-in takes its place: a process of its own with
 * the same class path, class loaders, threads, parameter binding and failures. What it leaves out:
 * middleware, and the host's own retries. Where someone has the worker's jar, {@link
 * dev.eventprocessor.runtimes.azure.RealWorker} takes the same app, and the same tests hold for
 * both.
 *
 * <pre>{@code
 * try (FunctionsApp app = FunctionsApp.of(packagedFolder).start()) {
 *   FunctionAnswer answer = app.invoke("queue", TypedValue.text("hello"), Map.of("Id", "1"));
 * }
 * }</pre>
 */
@NullMarked
package dev.eventprocessor.runtimes.azure;

import org.jspecify.annotations.NullMarked;
