/** Who is told what, on which channel, and the proof that it was. */
@NullMarked
package fr.plisante.notification;

import org.jspecify.annotations.NullMarked;
