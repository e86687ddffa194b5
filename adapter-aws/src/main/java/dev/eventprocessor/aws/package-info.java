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
 * <p>What Lambda's triggers send becomes portable events, and what the processors did becomes the
 * answer of each trigger ({@code docs/EVENTS.md} has them all); anything else is a direct
 * invocation whose payload is the event's {@code data}. {@code EVENT_PROCESSOR_TRIGGER} names the
 * trigger of all payloads where their markers are missing.
 */
@NullMarked
package dev.eventprocessor.aws;

import org.jspecify.annotations.NullMarked;
