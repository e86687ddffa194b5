package dev.eventprocessor.benchmarks.contenders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What most write: the classes of aws-lambda-java-events, read and written by the runtime. */
public final class EventsLibraryHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private final ObjectMapper json = new ObjectMapper();

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
    for (SQSEvent.SQSMessage message : event.getRecords()) {
      try {
        String alarm = json.readTree(message.getBody()).path("Message").textValue();
        DatabindHandler.handle(json.readTree(alarm));
      } catch (IOException | RuntimeException e) {
        failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }
}
