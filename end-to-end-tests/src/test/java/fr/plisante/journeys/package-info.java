/** Whole stories through the gateway with a real browser, real mail and every real part behind it. */
@NullMarked
package fr.plisante.journeys;

import org.jspecify.annotations.NullMarked;
