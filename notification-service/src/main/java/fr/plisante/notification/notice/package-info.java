/** Notices: one per event, person and channel; written by listeners, sent when due, seen and replayed by operators. People and audiences, whom a mailbox's news go to, are kept from registration-service's events. */
@NullMarked
package fr.plisante.notification.notice;

import org.jspecify.annotations.NullMarked;
