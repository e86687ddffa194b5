package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Fields;
import org.jspecify.annotations.Nullable;

/**
 * HTTP requests from API Gateway, function URLs, load balancers and VPC Lattice ("Working with AWS
 * Lambda proxy integrations", API Gateway Developer Guide; "Lambda functions as targets", Elastic
 * Load Balancing; "Lambda functions as targets in VPC Lattice"). What is thrown makes the caller
 * wait for an error of the gateway's own.
 */
final class HttpSource implements LambdaSource {

  private final String trigger;
  private final HttpShape shape;

  HttpSource(String trigger, HttpShape shape) {
    this.trigger = trigger;
    this.shape = shape;
  }

  @Override
  public @Nullable Object handle(
      @Nullable Object payload, EventProcessor processor, Context context) {
    Fields request = Fields.of(payload, "HTTP request");
    PortableEvent event = PortableEvent.of(Kind.HTTP, "aws", trigger);
    new HttpRequest(request, shape).describe(event);
    boolean lists =
        request.map().get("headers") == null && request.map().get("multiValueHeaders") != null;
    @Nullable Object value = Runs.answer(processor, event.raw(payload), context);
    return HttpAnswer.of(value, shape, lists);
  }
}
