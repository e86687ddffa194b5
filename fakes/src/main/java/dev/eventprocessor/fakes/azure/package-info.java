/** What Azure Functions' worker hands to a function, made by hand. */
@NullMarked
package dev.eventprocessor.fakes.azure;

import org.jspecify.annotations.NullMarked;
