/** Event processors that are written once and run on every cloud: the part that is true on all. */
module dev.eventprocessor {
  requires static transitive org.jspecify;
  requires static com.fasterxml.jackson.core;
  requires static com.fasterxml.jackson.databind;

  exports dev.eventprocessor;
  exports dev.eventprocessor.batch;
  exports dev.eventprocessor.event;
  exports dev.eventprocessor.http;
  exports dev.eventprocessor.json;
  exports dev.eventprocessor.spi;

  uses dev.eventprocessor.ProcessorModule;
}
