package fr.plisante.events.notification;

import fr.plisante.events.Event;

/** What notification-service publishes: who was told, and the proof. */
public sealed interface NotificationEvent extends Event permits NoticeDelivered, NoticeFailed {}
