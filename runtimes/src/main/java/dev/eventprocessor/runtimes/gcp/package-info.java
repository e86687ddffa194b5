/**
 * Google's Functions Framework invoker, as it serves a packaged function.
 *
 * <pre>{@code
 * try (FunctionsFramework framework = FunctionsFramework.of(jar, "com.example.Function").start()) {
 *   FrameworkAnswer answer = framework.send(headers, body);
 * }
 * }</pre>
 */
@NullMarked
package dev.eventprocessor.runtimes.gcp;

import org.jspecify.annotations.NullMarked;
