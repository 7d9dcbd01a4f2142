package fr.plisante.notification.code;

import fr.plisante.notification.relay.Dispatch;
import fr.plisante.notification.relay.Dispatches;
import fr.plisante.notification.relay.Dispatches.Lane;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lane of codes. */
@Configuration(proxyBeanMethods = false)
class CodeConfiguration {

    @Bean
    Dispatch<CodeMail> codeDispatch(Dispatches dispatches, SendCodes send, CodeSettings settings) {
        return dispatches.lane(new Lane("codes", settings.threads(), settings.perSecond(), settings.lease()), send);
    }
}
