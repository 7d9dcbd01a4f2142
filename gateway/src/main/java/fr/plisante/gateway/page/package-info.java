/** The gateway's own few answers: a problem for programs, a plain page in French or English for people. */
@NullMarked
package fr.plisante.gateway.page;

import org.jspecify.annotations.NullMarked;
