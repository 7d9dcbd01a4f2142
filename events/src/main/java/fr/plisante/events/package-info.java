/** What every event of the platform has in common; the families stand in one package per publishing service. */
@NullMarked
package fr.plisante.events;

import org.jspecify.annotations.NullMarked;
