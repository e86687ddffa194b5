/** What Google's Functions Framework hands to a function, made by hand. */
@NullMarked
package dev.eventprocessor.fakes.gcp;

import org.jspecify.annotations.NullMarked;
