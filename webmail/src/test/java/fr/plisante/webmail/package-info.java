/** The pages against neighbours that a test holds in its hand. */
@NullUnmarked
package fr.plisante.webmail;

import org.jspecify.annotations.NullUnmarked;
