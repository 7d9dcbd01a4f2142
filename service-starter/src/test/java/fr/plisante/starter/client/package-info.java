/** Calls to another service, which is a small server of the test's own. */
@NullMarked
package fr.plisante.starter.client;

import org.jspecify.annotations.NullMarked;
