/** The SMTP relay: connections kept open, breaker, rate, and the threads that send what is due. Knows no kind of mail. */
@NullMarked
package fr.plisante.notification.relay;

import org.jspecify.annotations.NullMarked;
