/** The lists that fields are checked against: regions, professions (TRE_G15) and specialities (TRE_R38). */
@NullMarked
package fr.plisante.registration.reference;

import org.jspecify.annotations.NullMarked;
