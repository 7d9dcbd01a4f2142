package fr.plisante.mailbox.sealing;

import com.google.crypto.tink.Aead;
import fr.plisante.starter.store.Keysets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keyset of this service: a local file, unless a key management service gives another {@link Aead}. */
@Configuration(proxyBeanMethods = false)
class SealingConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Aead keyset(KeysetSettings settings) {
        return Keysets.read(settings.file(), Aead.class);
    }
}
