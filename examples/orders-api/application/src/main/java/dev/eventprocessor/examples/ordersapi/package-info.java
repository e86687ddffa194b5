/** Orders over HTTP and from a queue, in one application that knows no cloud. */
@NullMarked
package dev.eventprocessor.examples.ordersapi;

import org.jspecify.annotations.NullMarked;
