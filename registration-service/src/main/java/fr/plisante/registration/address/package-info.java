/** MSSanté addresses. Each is reserved for ever before an account or a mailbox gets it. */
@NullMarked
package fr.plisante.registration.address;

import org.jspecify.annotations.NullMarked;
