/**
 * Writes the entry points of an Azure deployable at compile time.
 *
 * <p>On Azure a trigger is part of a compiled method's signature. From each {@code @AzureFunction}
 * of a package or class this processor writes one such method, into a class that can be read,
 * stepped through, and taken over by hand. Microsoft's Maven plugin finds it as if somebody had
 * typed it. Put this module on the annotation processor path, and nowhere else: nothing of it goes
 * into the deployable.
 */
@NullMarked
package dev.eventprocessor.azure.processor;

import org.jspecify.annotations.NullMarked;
