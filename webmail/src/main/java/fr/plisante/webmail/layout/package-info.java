/** What stands around every page: mailboxes, language, dates, sizes, errors, help; no message. */
@NullMarked
package fr.plisante.webmail.layout;

import org.jspecify.annotations.NullMarked;
