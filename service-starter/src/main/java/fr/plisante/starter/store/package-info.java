/** The MongoDB driver as every service uses it: records, writes that keep unknown fields, leases; and the key files. */
@NullMarked
package fr.plisante.starter.store;

import org.jspecify.annotations.NullMarked;
