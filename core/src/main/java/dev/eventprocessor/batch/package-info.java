/**
 * Many records in one invocation, each with its own outcome.
 *
 * <p>{@link dev.eventprocessor.batch.Batch} runs the records one after the other, keeps one
 * record's failure from touching the others, holds back what follows a failure in the same ordered
 * group, and reports what has to be delivered again. Adapters use it; an application meets it
 * through the answer that its function gives.
 */
@NullMarked
package dev.eventprocessor.batch;

import org.jspecify.annotations.NullMarked;
