package fr.plisante.notification.mail;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** The form of mails without Spring's context. */
public final class FormFixture {

    private FormFixture() {}

    public static Form form() {
        return form(Clock.systemUTC()::instant);
    }

    /** With times from elsewhere. */
    public static Form form(InstantSource clock) {
        return new Form(LayoutFixture.settings(), clock.withZone(ZoneOffset.UTC));
    }
}
