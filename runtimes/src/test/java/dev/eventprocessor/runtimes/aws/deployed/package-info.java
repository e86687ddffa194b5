/** The functions that the tests deploy: loaded by Lambda's runtime, never by the tests' JVM. */
@NullMarked
package dev.eventprocessor.runtimes.aws.deployed;

import org.jspecify.annotations.NullMarked;
