/**
 * The stand-in's own process. It sees the JDK, Gson, the Functions core library and this package,
 * and nothing else of the project.
 */
@NullMarked
package dev.eventprocessor.runtimes.azure.worker;

import org.jspecify.annotations.NullMarked;
