/** Searching people and showing one's contact card; nothing is indexed here. */
@NullMarked
package fr.plisante.webmail.directory;

import org.jspecify.annotations.NullMarked;
