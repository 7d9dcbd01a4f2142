/** The pages against services that a test holds in its hand. */
@NullUnmarked
package fr.plisante.webmail;

import org.jspecify.annotations.NullUnmarked;
