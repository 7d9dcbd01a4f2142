/** Who somebody is and how people of the same name are told apart; no page and no service. */
@NullMarked
package fr.plisante.webmail.people;

import org.jspecify.annotations.NullMarked;
