package fr.plisante.notification.relay;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;

class SmtpReplyTests {

    @Test
    void takesTheReplyAboutTheAddress() throws MessagingException {
        var aboutAddress = new SMTPAddressFailedException(
                new InternetAddress("lea@courriel.example"), "RCPT TO", 550, "550 5.1.1 No such user\r\nhere");
        var failure = new SMTPSendFailedException("RCPT TO", 550, "550 failed", aboutAddress, null, null, null);

        var reply = Objects.requireNonNull(SmtpReply.of(failure));

        assertThat(reply.isForGood()).isTrue();
        assertThat(reply.shortest()).isEqualTo("5.1.1");
        assertThat(reply.text()).isEqualTo("550 5.1.1 No such user here");
    }

    @Test
    void fallsBackToTheReplyCode() {
        var failure = new SMTPSendFailedException("DATA", 554, "554 no", null, null, null, null);

        assertThat(Objects.requireNonNull(SmtpReply.of(failure)).shortest()).isEqualTo("554");
    }

    @Test
    void takesAClosingRelayForABrokenOne() {
        var failure = new SMTPSendFailedException("MAIL", 421, "421 4.3.2 shutting down", null, null, null, null);

        assertThat(Objects.requireNonNull(SmtpReply.of(failure)).isAboutTheMail())
                .isFalse();
    }

    @Test
    void findsNoReplyInABrokenConnection() {
        assertThat(SmtpReply.of(new MessagingException("Broken pipe", new java.io.IOException("Broken pipe"))))
                .isNull();
    }
}
