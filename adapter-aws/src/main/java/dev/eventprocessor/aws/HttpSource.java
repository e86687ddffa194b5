package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.event.Kind;
import dev.eventprocessor.event.PortableEvent;
import dev.eventprocessor.spi.Failures;
import dev.eventprocessor.spi.Fields;
import dev.eventprocessor.spi.HttpAnswer;
import dev.eventprocessor.spi.HttpExchange;
import dev.eventprocessor.spi.HttpPlatform;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * HTTP requests from API Gateway, function URLs, load balancers and VPC Lattice ("Working with AWS
 * Lambda proxy integrations", API Gateway Developer Guide; "Lambda functions as targets", Elastic
 * Load Balancing; "Lambda functions as targets in VPC Lattice"). A failure is answered and stands
 * in the log; a payload that is no request in its trigger's shape is thrown back, because no caller
 * can have sent it.
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
    HttpShape form = form(request);
    HttpRequest http = new HttpRequest(request, form);
    HttpPlatform platform = HttpAnswerForm.platform(form);
    PortableEvent portable = PortableEvent.of(Kind.HTTP, "aws", trigger);
    http.describe(portable);
    HttpExchange exchange = HttpExchange.of(processor, portable.build(payload), platform);
    if (http.isMangled()) {
      return answered(exchange.failed(HttpRequest.mangled()), form, context);
    }
    HttpAnswer answer = exchange.answer(LambdaInvocation.of(context));
    Map<String, Object> formed = HttpAnswerForm.of(answer, form);
    if (HttpAnswerForm.isTooLarge(answer, formed, platform)) {
      return answered(exchange.failed(platform.tooLarge(platform.text())), form, context);
    }
    log(answer, context);
    return formed;
  }

  private static Map<String, Object> answered(HttpAnswer answer, HttpShape form, Context context) {
    log(answer, context);
    return HttpAnswerForm.of(answer, form);
  }

  /** A load balancer sends lists where it wants them back. */
  private HttpShape form(Fields request) {
    Map<?, ?> map = request.map();
    boolean lists = map.get("headers") == null && map.get("multiValueHeaders") != null;
    return shape == HttpShape.ALB && lists ? HttpShape.ALB_LISTS : shape;
  }

  private static void log(HttpAnswer answer, Context context) {
    @Nullable Throwable failure = answer.failure();
    if (failure != null) {
      context.getLogger().log(Failures.describe(failure) + "\n");
    }
  }
}
