/**
 * Event processors, written once and run on AWS Lambda, Google Cloud and Azure Functions.
 *
 * <p>An application is one {@link dev.eventprocessor.ProcessorModule}. It registers {@linkplain
 * dev.eventprocessor.Processor processors} for the events that a {@linkplain
 * dev.eventprocessor.Filter filter} accepts, and names what they need as {@linkplain
 * dev.eventprocessor.Dependency dependencies}:
 *
 * <pre>{@code
 * public final class AlarmProcessors implements ProcessorModule {
 *
 *   static final DependencyFactory<Messenger> MESSENGER =
 *       DependencyFactory.of("messenger", Messengers::connect);
 *
 *   public void register(EventProcessor.Builder processors) {
 *     processors
 *         .on(eq("data.state.value", "ALARM"))
 *         .named("alarm")
 *         .with(MESSENGER.named("slack"))
 *         .run((event, messenger) -> messenger.send("Alarm " + event.text("data.alarmName")));
 *   }
 * }
 * }</pre>
 *
 * <p>An adapter's entry point finds the module, makes the provider's payloads into {@linkplain
 * dev.eventprocessor.Event events} of one portable shape ({@link dev.eventprocessor.event}), and
 * hands them to the {@link dev.eventprocessor.EventProcessor} that the module built. In a test, do
 * the same without a cloud:
 *
 * <pre>{@code
 * EventProcessor processor = Applications.build(new AlarmProcessors());
 * processor.invoke(Map.of("data", Map.of("state", Map.of("value", "ALARM"), "alarmName", "Cpu")));
 * }</pre>
 *
 * <p>What goes wrong is an {@link dev.eventprocessor.EventProcessorException} with a stable {@link
 * dev.eventprocessor.ErrorId}; what your processors throw passes through as it is.
 */
@NullMarked
package dev.eventprocessor;

import org.jspecify.annotations.NullMarked;
