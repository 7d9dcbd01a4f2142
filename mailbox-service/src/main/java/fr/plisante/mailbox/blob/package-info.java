/** Blobs: immutable sealed bytes behind one port; no one here knows what is in them. */
@NullMarked
package fr.plisante.mailbox.blob;

import org.jspecify.annotations.NullMarked;
