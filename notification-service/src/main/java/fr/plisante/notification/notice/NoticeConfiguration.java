package fr.plisante.notification.notice;

import fr.plisante.notification.relay.Dispatch;
import fr.plisante.notification.relay.Dispatches;
import fr.plisante.notification.relay.Dispatches.Lane;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** The lane of notices, and the way to auth-service. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "auth-service", types = PasswordLinksClient.class)
class NoticeConfiguration {

    @Bean
    Dispatch noticeDispatch(Dispatches dispatches, SendNotices send, NoticeSettings settings) {
        return dispatches.lane(new Lane("notices", settings.threads(), settings.perSecond(), settings.lease()), send);
    }
}
