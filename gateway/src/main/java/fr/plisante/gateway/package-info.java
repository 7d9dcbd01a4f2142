/** The only door: what starts the gateway and the settings every part of it reads; no business word here. */
@NullMarked
package fr.plisante.gateway;

import org.jspecify.annotations.NullMarked;
