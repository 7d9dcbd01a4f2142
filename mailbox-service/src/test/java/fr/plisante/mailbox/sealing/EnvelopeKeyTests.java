package fr.plisante.mailbox.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnvelopeKeyTests {

    private final EnvelopeKey key = EnvelopeKey.random();
    private final byte[] plain = "Œdème".getBytes(StandardCharsets.UTF_8);

    @Test
    void opensWhatItSealed() {
        assertThat(key.open(key.seal(plain, "object"), "object")).isEqualTo(plain);
    }

    @Test
    void opensNothingUnderAnotherContextOrKey() {
        var sealed = key.seal(plain, "object");

        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> key.open(sealed, "preview"));
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> EnvelopeKey.random().open(sealed, "object"));
    }

    @Test
    void sealsStreamsOfAnyLength() throws IOException {
        for (var length : new int[] {0, 1, 65_535, 65_536, 300_000}) {
            var content = new byte[length];
            new Random(length).nextBytes(content);

            assertThat(key.opening(new ByteArrayInputStream(sealed(content))).readAllBytes())
                    .isEqualTo(content);
        }
    }

    @Test
    void noticesAStreamThatWasCutOrChanged() throws IOException {
        var sealed = sealed(new byte[200_000]);
        var changed = sealed.clone();
        changed[100_000] ^= 1;

        assertThatIOException()
                .isThrownBy(() -> key.opening(new ByteArrayInputStream(Arrays.copyOf(sealed, 131_072)))
                        .readAllBytes());
        assertThatIOException()
                .isThrownBy(() -> key.opening(new ByteArrayInputStream(changed)).readAllBytes());
    }

    @Test
    void isWrappedForOneMailboxAndOneLetter() {
        var mailbox = WrappingKey.random();
        var wrapped = mailbox.wrap(key, "entry:1");

        assertThat(mailbox.unwrap(wrapped, "entry:1").open(key.seal(plain, "object"), "object"))
                .isEqualTo(plain);
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> mailbox.unwrap(wrapped, "entry:2"));
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> WrappingKey.random().unwrap(wrapped, "entry:1"));
    }

    private byte[] sealed(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sealing = key.sealing(out)) {
            sealing.write(content);
        }
        return out.toByteArray();
    }
}
