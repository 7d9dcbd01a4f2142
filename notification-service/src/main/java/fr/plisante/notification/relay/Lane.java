package fr.plisante.notification.relay;

import java.time.Duration;

/** One kind of mail's own share of the relay: threads (each with a connection of its own), mails a second, and how long a claimed mail is left to its sender. */
public record Lane(String name, int threads, int perSecond, Duration lease) {}
