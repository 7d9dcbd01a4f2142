/** What the gateway itself answers: problem+json for programs, a plain page in French or English for people. */
@NullMarked
package fr.plisante.gateway.page;

import org.jspecify.annotations.NullMarked;
