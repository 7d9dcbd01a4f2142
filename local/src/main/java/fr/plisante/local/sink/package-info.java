/** An SMTP relay that delivers nothing: it keeps every mail and shows it, for trials and tests on one machine. */
@NullMarked
package fr.plisante.local.sink;

import org.jspecify.annotations.NullMarked;
