/** Who gets in, and how refusals read. */
@NullMarked
package fr.plisante.starter.web;

import org.jspecify.annotations.NullMarked;
