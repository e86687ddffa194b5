/**
 * One job, done in several ways, each deployed alone: ten SQS messages, each an SNS notification
 * around a CloudWatch alarm, for one of three handlers. A message that cannot be handled is handed
 * back alone.
 */
@NullMarked
package dev.eventprocessor.benchmarks.contenders;

import org.jspecify.annotations.NullMarked;
