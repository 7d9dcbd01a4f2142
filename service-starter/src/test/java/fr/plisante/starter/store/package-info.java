/** Tests of the store kit. */
@NullMarked
package fr.plisante.starter.store;

import org.jspecify.annotations.NullMarked;
