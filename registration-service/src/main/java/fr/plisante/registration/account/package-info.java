/** Accounts that an authority has checked: accepted once, published as AccountValidated. */
@NullMarked
package fr.plisante.registration.account;

import org.jspecify.annotations.NullMarked;
