/**
 * event-processor on AWS Lambda.
 *
 * <p>Set the function's handler to {@code dev.eventprocessor.aws.LambdaEntrypoint}, put the
 * application's jar beside this one, and there is nothing more to write:
 *
 * <pre>
 * Handler: dev.eventprocessor.aws.LambdaEntrypoint
 * Runtime: java17
 * </pre>
 *
 * <p>SQS, SNS, EventBridge and schedules become portable events; anything else is a direct
 * invocation whose payload is the event's {@code data}.
 */
@NullMarked
package dev.eventprocessor.aws;

import org.jspecify.annotations.NullMarked;
