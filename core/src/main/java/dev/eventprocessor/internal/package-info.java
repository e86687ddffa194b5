/** How it works inside. Not exported: nothing here is for applications or adapters. */
@NullMarked
package dev.eventprocessor.internal;

import org.jspecify.annotations.NullMarked;
