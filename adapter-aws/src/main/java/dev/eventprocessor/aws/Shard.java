package dev.eventprocessor.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.batch.Batch;
import dev.eventprocessor.batch.Order;
import dev.eventprocessor.spi.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of one shard of a stream: in order, up to the first that has to be delivered again,
 * whose sequence number is the answer ("Reporting batch item failures", AWS Lambda Developer
 * Guide). Stateless.
 */
final class Shard {

  private Shard() {}

  static Map<String, Object> run(
      Fields payload, Window.Reader reader, EventProcessor processor, Context context) {
    @Nullable Window window = reader.window();
    if (window != null) {
      return window.run(processor, reader, context);
    }
    int size = payload.size("Records");
    List<Item> items = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Fields record = payload.element("Records", i);
      Item.add(items, new Item.Place(reader.id(record), null, i, size), record, reader);
    }
    return BatchAnswer.of(
        Batch.run(processor, items, Order.ORDERED, LambdaInvocation.of(context)),
        items,
        size,
        context);
  }
}
