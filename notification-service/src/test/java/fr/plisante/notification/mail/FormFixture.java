package fr.plisante.notification.mail;

import java.time.Clock;

/** The form of mails without Spring's context. */
public final class FormFixture {

    private FormFixture() {}

    public static Form form() {
        return new Form(LayoutFixture.settings(), Clock.systemUTC());
    }
}
