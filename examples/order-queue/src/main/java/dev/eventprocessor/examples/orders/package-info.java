/** An application on SQS that shows what becomes of an order that fails. */
@NullMarked
package dev.eventprocessor.examples.orders;

import org.jspecify.annotations.NullMarked;
