/**
 * The functions that the tests deploy: loaded by the worker's stand-in, never by the tests' JVM.
 */
@NullMarked
package dev.eventprocessor.runtimes.azure.deployed;

import org.jspecify.annotations.NullMarked;
