/** How a draft begins: empty, or as the reply to a message or its forwarding, with people, subject, quotation and files. */
@NullMarked
package fr.plisante.mailbox.reply;

import org.jspecify.annotations.NullMarked;
