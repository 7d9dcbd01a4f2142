/** Notices: one per event, person and channel; written by listeners, sent when due, seen and replayed by operators. */
@NullMarked
package fr.plisante.notification.notice;

import org.jspecify.annotations.NullMarked;
