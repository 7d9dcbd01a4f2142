/** The person's own account page; changes are made where the account is owned. */
@NullMarked
package fr.plisante.webmail.account;

import org.jspecify.annotations.NullMarked;
