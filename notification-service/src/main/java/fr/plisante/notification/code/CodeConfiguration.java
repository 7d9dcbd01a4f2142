package fr.plisante.notification.code;

import fr.plisante.notification.relay.Dispatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lane of codes. */
@Configuration(proxyBeanMethods = false)
class CodeConfiguration {

    @Bean
    Dispatch codeDispatch(CodeSending sending) {
        return sending.dispatch();
    }
}
