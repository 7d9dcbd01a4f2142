/** The MongoDB driver as every service uses it: records, UUIDs as strings, majority writes. */
@NullMarked
package fr.plisante.starter.store;

import org.jspecify.annotations.NullMarked;
