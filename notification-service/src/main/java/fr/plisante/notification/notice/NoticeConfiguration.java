package fr.plisante.notification.notice;

import fr.plisante.notification.relay.Dispatch;
import fr.plisante.notification.relay.Dispatches;
import fr.plisante.notification.relay.Dispatches.Lane;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** The lane of notices, what an operator watches of it, and the way to auth-service. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "auth-service", types = PasswordLinksClient.class)
class NoticeConfiguration {

    @Bean
    Dispatch<Notice> noticeDispatch(Dispatches dispatches, SendNotices send, NoticeSettings settings) {
        return dispatches.lane(new Lane("notices", settings.threads(), settings.perSecond(), settings.lease()), send);
    }

    @Bean
    MeterBinder noticeGauges(Notices notices) {
        return meters -> {
            Gauge.builder(
                            "plisante.notices.oldest.due",
                            notices,
                            n -> n.oldestDue().toSeconds())
                    .description("How long the oldest notice waits that nobody has claimed")
                    .baseUnit("seconds")
                    .register(meters);
            Gauge.builder("plisante.notices.pending", notices, Notices::pending)
                    .description("Notices that are neither delivered nor failed")
                    .register(meters);
        };
    }
}
