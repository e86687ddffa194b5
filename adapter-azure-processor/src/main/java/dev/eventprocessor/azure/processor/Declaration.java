package dev.eventprocessor.azure.processor;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;

/**
 * One {@code @AzureFunction}, read; what it lacks or has too much of has been told already.
 *
 * @param name the function's name
 * @param trigger which trigger it has
 * @param triggerMirror that trigger's own annotation
 * @param parameter the trigger parameter's name
 * @param shape how the method takes what the host bound
 * @param retries the retry policies given; at most one is allowed
 * @param metadata what the method binds
 * @param mirror the annotation itself, for messages
 */
record Declaration(
    String name,
    Trigger trigger,
    AnnotationMirror triggerMirror,
    String parameter,
    Trigger.Shape shape,
    List<AnnotationMirror> retries,
    List<Metadata> metadata,
    AnnotationMirror mirror) {

  Declaration {
    retries = List.copyOf(retries);
    metadata = List.copyOf(metadata);
  }
}
