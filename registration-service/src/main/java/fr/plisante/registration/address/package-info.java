/** MSSanté addresses, reserved for ever before anything else may carry them. */
@NullMarked
package fr.plisante.registration.address;

import org.jspecify.annotations.NullMarked;
